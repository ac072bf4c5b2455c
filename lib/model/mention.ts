import type { EntityId, EntityKind } from './record';

/** Why a span was marked, or left open: a code for interfaces to word, and the words of the page that told. */
export interface Reason {
  rule:
    | 'distinctive'
    | 'written-case'
    | 'introduced'
    | 'same-entity'
    | 'same-form'
    | 'linked'
    | 'vocabulary'
    | 'country'
    | 'year'
    | 'unresolved'
    | 'described';
  /** Words or entity names on the page that count as evidence, strongest first. */
  evidence: string[];
}

/** A span of a text that names an entity. Offsets are UTF-16 code units of that text. */
export interface Mention {
  start: number;
  end: number;
  kind: EntityKind;
  /** One id, or several where the name is shared and the page does not tell: never a guess. */
  entities: EntityId[];
  /** Other entities of this name, where the page told which one is meant. */
  others?: EntityId[];
  /** Told by what it is ("Russia's military intelligence agency"), not by a name. Shown only to who asks for it. */
  described?: true;
  /** 0 to 1. Below `FAINT_BELOW` the mention is painted faint. */
  certainty: number;
  reason: Reason;
}

export const FAINT_BELOW = 0.75;

/** Which of a page's mentions one is, in the order of the text: the third (`at`) of fourteen (`of`). */
export interface MentionNumber {
  at: number;
  of: number;
}

/** Where a jump has led: the words as the page writes them, and their number. */
export interface ReachedMention extends MentionNumber {
  written: string;
}
