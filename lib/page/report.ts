import { FAINT_BELOW, type Mention } from '../model/mention';
import type { EntityId, EntityKind } from '../model/record';

/** What a page names, for toolbar and popup. */
export interface PageReport {
  mentions: { entities: EntityId[]; kind: EntityKind; count: number; faint: number; written: string[] }[];
  words: number;
}

/** A mention and the words that the page writes for it. */
export interface WrittenMention {
  mention: Mention;
  written: string;
}

/** Spellings of one name that a report shows. */
const MOST_SPELLINGS = 4;
/** Rows of a report, and units of a spelling in it, that the background takes. */
const MOST_ROWS = 2_000;
const LONGEST_SPELLING = 200;
/** Flows after which the summing up may be interrupted. */
const STRETCH = 100;

/**
 * Sums up what a page names. Counts every category, also those switched off, so that the switches can show what
 * they would show; what else is not shown (`isCounted`) does not count. A generator, as there may be ten thousands of mentions.
 */
export function* summary(
  byFlow: ReadonlyMap<number, readonly WrittenMention[]>,
  words: number,
  isCounted: (mention: Mention) => boolean,
): Generator<void, PageReport> {
  const groups = new Map<string, PageReport['mentions'][number]>();
  let count = 0;
  for (const mentions of byFlow.values()) {
    for (const { mention, written } of mentions) {
      if (!isCounted(mention)) continue;
      const { entities, kind, certainty } = mention;
      const key = entities.length === 1 ? entities[0]! : entities.join(' ');
      let group = groups.get(key);
      if (!group) {
        group = { entities, kind, count: 0, faint: 0, written: [] };
        groups.set(key, group);
      }
      group.count++;
      if (certainty < FAINT_BELOW) group.faint++;
      const spelling = written.slice(0, LONGEST_SPELLING);
      if (group.written.length < MOST_SPELLINGS && !group.written.includes(spelling)) group.written.push(spelling);
    }
    if (++count % STRETCH === 0) yield;
  }
  return { mentions: [...groups.values()].slice(0, MOST_ROWS), words };
}
