import type { NameClass } from '../model/alias';
import type { EntityKind } from '../model/record';
import type { Role } from './roles';

/** How much evidence a name needs before it is marked; see `weights.ts`. */
export type Demand = 0 | 1 | 2 | 3;

/** What the matcher knows of an entity. */
export interface IndexedEntity {
  id: string;
  name: string;
  kind: EntityKind;
  /** Country that runs, houses or was hit by it: what makes a mention of that country evidence. */
  country?: string;
  /** Positions of entities that the record ties to this one. */
  links: number[];
  attack?: string;
  /** Its work is not intelligence or security of networks: named in any news, and marked only in this subject's. */
  isGeneral?: true;
  /** Years in which it happened, was found or became known, for incidents. */
  years?: number[];
}

/** A word or phrase that is no name itself but tells something about names near it. */
export interface Signal {
  /** As shown in reasons. */
  text: string;
  /** Country it speaks of. */
  country?: string;
  /** Vocabulary of hacking and espionage, by weight. */
  cyber?: number;
  /** "hacking group", "known as": a name that follows at once is a group's. */
  introduces?: boolean;
  /** "hackers", "ransomware gang": a name just before is a group's. */
  follows?: boolean;
  /** Year, telling for incidents. */
  year?: number;
  /** Entities that this word tells apart from their namesakes. */
  tells?: number[];
  /** Entities whose acronym means something else near this word. */
  denies?: number[];
  /** A noun by which prose tells what was done to a victim: "breach", "heist". */
  act?: boolean;
  /**
   * A program goes by this name too. `program`: it means the program unless called a group; `brand`: the other
   * way round, as with ransomware crews.
   */
  program?: 'program' | 'brand';
  /** What a body does: with a country, it describes one. */
  role?: Role;
  /** Incidents that prose names by this victim and an act. */
  victims?: Victim[];
}

/** One incident that a victim's name and an act stand for. */
export interface Victim {
  entity: number;
  class: NameClass;
  demand: Demand;
  /** The only acts that count; left out, all. */
  acts?: string[];
  /** Years by which prose tells it from others of this victim, beside those of the incident. */
  years?: number[];
}

export interface IndexMeta {
  version: string;
  entities: IndexedEntity[];
  signals: Signal[];
  /** Positions of the bodies that prose describes by role and country: the one that is meant, or those that may be. */
  bodies: Partial<Record<Role, Record<string, readonly number[]>>>;
  /** Incidents whose victim a body was, by the body's position. */
  hits?: Readonly<Record<number, readonly number[]>>;
}
