import { DocumentMatcher } from '../matching/document';
import type { IndexedEntity } from '../matching/index-format';
import type { NameIndex } from '../matching/name-index';
import type { Mention } from '../model/mention';
import type { EntityKind } from '../model/record';
import { reasonSentence } from './reason';
import type { TextDocument } from './text-document';

/** A mention as the command line answers it. Its keys stand in the order of the output. */
export interface Span {
  /** UTF-16 offsets in the document's text. */
  start: number;
  end: number;
  text: string;
  kind: EntityKind;
  /** Null, like `name`, where several share the name and the text does not tell which is meant. */
  entityId: string | null;
  name: string | null;
  /** Ids of those that share the name; only where `entityId` is null. */
  candidates?: string[];
  /** Told by country and role, not named. */
  described?: true;
  /** 0 to 1. */
  certainty: number;
  reason: string;
  /** Ids of ATT&CK groups; empty where the record has none. */
  attack: string[];
}

/** Entities of the index by their ids. */
export type EntityDirectory = ReadonlyMap<string, IndexedEntity>;

export function entityDirectory(index: NameIndex): EntityDirectory {
  return new Map(index.meta.entities.map((entity) => [entity.id, entity]));
}

/** What a text names, in the order of the text; evidence counts over the whole document. */
export function annotateDocument(
  document: TextDocument,
  index: NameIndex,
  entities: EntityDirectory,
  described: boolean,
): Span[] {
  const matcher = new DocumentMatcher(index);
  document.flows.forEach(({ start, end }, flow) => {
    matcher.put(flow, document.text.slice(start, end));
  });
  return matcher.mentions().flatMap(({ flow, mentions }) => {
    const offset = document.flows[flow]!.start;
    return mentions
      .filter((mention) => described || !mention.described)
      .map((mention) => spanOf(mention, offset, document.text, entities));
  });
}

function spanOf(mention: Mention, offset: number, text: string, entities: EntityDirectory): Span {
  const start = mention.start + offset;
  const end = mention.end + offset;
  const [id, ...others] = mention.entities;
  const entity = others.length || !id ? undefined : entities.get(id);
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: mention.kind,
    entityId: entity?.id ?? null,
    name: entity?.name ?? null,
    ...(entity ? {} : { candidates: mention.entities }),
    ...(mention.described ? { described: true as const } : {}),
    certainty: mention.certainty,
    reason: reasonSentence(mention.reason),
    attack: entity?.attack ? [entity.attack] : [],
  };
}
