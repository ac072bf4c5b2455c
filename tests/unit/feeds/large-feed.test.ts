import { expect, it } from 'vitest';
import { compileNamesInSteps } from '../../../lib/dataset/compile-names';
import { packRecordsInSteps } from '../../../lib/dataset/record-store';
import type { FeedContent } from '../../../lib/feeds/content';
import { diffDatasets } from '../../../lib/feeds/diff';
import { mergeFeeds } from '../../../lib/feeds/merge/merge';
import { packContent } from '../../../lib/feeds/pack';
import type { Steps } from '../../../lib/matching/steps';
import type { Alias } from '../../../lib/model/alias';
import type { Dataset } from '../../../lib/model/record';
import { coinedName } from '../../fixtures/large-feed';
import { smallDataset } from '../../fixtures/small-dataset';
import { words } from '../../fixtures/words';

const GROUPS = 3000;
/** Entities that anything may ask between two rests; with 100,000 of them, that takes milliseconds at most. */
const MOST = 256;

/** Entities asked for their id or for a name since the last rest. */
const asked = new Set<number>();

/** Copies of entities that note when somebody asks them. Copies of these share the aliases, which note it too. */
function watched<T extends { id: string; aliases: Alias[] }>(entities: readonly T[]): T[] {
  return entities.map((entity, number) => {
    const aliases = entity.aliases.map((alias) => noting(alias, 'text', number));
    return noting({ ...entity, aliases }, 'id', number);
  });
}

function noting<T extends object>(value: T, field: keyof T, number: number): T {
  const kept = value[field];
  const get = () => {
    asked.add(number);
    return kept;
  };
  return Object.defineProperty({ ...value }, field, { get, enumerable: true });
}

const watchedGroups = (dataset: Dataset): Dataset => ({ ...dataset, actors: watched(dataset.actors) });

function measured<T>(what: string, steps: Steps<T>): T {
  let most = 0;
  for (;;) {
    asked.clear();
    const { done, value } = steps.next();
    most = Math.max(most, asked.size);
    if (!done) continue;
    expect(most, what).toBeGreaterThan(0);
    expect(most, what).toBeLessThanOrEqual(MOST);
    return value;
  }
}

function contentOf(groups: number): FeedContent {
  const prov = [{ source: 'source:feed-large' as const }];
  const actors = Array.from({ length: groups }, (_, i): Dataset['actors'][number] => ({
    $schema: '../schema/actor.schema.json',
    id: `actor:own-${i}`,
    name: coinedName(i * 3),
    class: 'unknown',
    aliases: [1, 2].map((n) => ({ text: coinedName(i * 3 + n), relation: 'exact' })),
    prov,
    review: { state: 'unreviewed' },
  }));
  const records = { actors, agencies: [], incidents: [], events: [], sources: [] };
  return { format: 'watch-list', records, keys: {}, leftOut: [] };
}

it('nothing on the way of a large feed asks more than a few entities between two rests', () => {
  const core = smallDataset();
  const stamp = { version: '2026.11', date: '2026-11-22' };
  const content = contentOf(GROUPS);
  const records = watchedGroups(content.records);
  measured('packing', packContent({ ...content, records }));
  const feed = { id: 'large', name: 'Large', content: { ...content, records } };
  const { dataset, overrides } = measured('merging', mergeFeeds(core, [feed]));
  expect(dataset.actors).toHaveLength(core.actors.length + GROUPS);
  measured('comparing', diffDatasets(core, watchedGroups(dataset)));
  measured('comparing back', diffDatasets(watchedGroups(dataset), core));
  measured('compiling', compileNamesInSteps(watchedGroups(dataset), '1', words, overrides));
  measured('packing records', packRecordsInSteps(watchedGroups(dataset), stamp));
});
