import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, diffDatasets } from '../../../lib/feeds/diff';
import { mergeFeeds } from '../../../lib/feeds/merge/merge';
import { runToEnd } from '../../../lib/matching/steps';
import type { Dataset } from '../../../lib/model/record';
import { type FeedFile, feedOf } from '../../fixtures/feeds';
import { smallDataset } from '../../fixtures/small-dataset';

const core = smallDataset();
const diff = (before: Dataset, after: Dataset) => runToEnd(diffDatasets(before, after));
const withFeeds = (...files: FeedFile[]) =>
  runToEnd(
    mergeFeeds(
      core,
      files.map((file) => feedOf(file)),
    ),
  ).dataset;

/** The small dataset, changed. */
function changed(change: (dataset: Dataset) => void): Dataset {
  const dataset = smallDataset();
  change(dataset);
  return dataset;
}
const actor = (dataset: Dataset, id: string) => dataset.actors.find((one) => one.id === `actor:${id}`)!;
const alias = (text: string) => ({ text, relation: 'exact' as const });

describe('a diff', () => {
  it.each<[string, (dataset: Dataset) => void, Partial<Change>[]]>([
    ['nothing', () => {}, []],
    ['a record of another order', (d) => d.actors.reverse(), []],
    ['provenance only', (d) => actor(d, 'apt28').prov.push({ source: 'source:statement' }), []],
    [
      'an entity gone, its names with it',
      (d) => d.actors.splice(d.actors.indexOf(actor(d, 'apt28')), 1),
      [{ what: 'entity-removed', name: 'APT28' }],
    ],
    [
      'fields',
      (d) => Object.assign(actor(d, 'silence'), { class: 'unknown', motives: ['financial'] }),
      [{ what: 'entity-changed', name: 'Silence', fields: ['class', 'motives'] }],
    ],
    [
      'an alias more',
      (d) => actor(d, 'silence').aliases.push(alias('Whisper Spider')),
      [{ what: 'alias-added', name: 'Silence', alias: 'Whisper Spider', shared: [] }],
    ],
    [
      'an alias that another bears too',
      (d) => actor(d, 'silence').aliases.push(alias('SOFACY')),
      [{ what: 'alias-added', alias: 'SOFACY', shared: [{ name: 'SOFACY', with: ['APT28'] }] }],
    ],
    [
      'an alias moved',
      (d) => actor(d, 'silence').aliases.push(actor(d, 'apt28').aliases.pop()!),
      [{ what: 'alias-moved', alias: 'STRONTIUM', from: 'APT28', to: 'Silence' }],
    ],
    [
      'an alias that became a group of its own',
      (d) => d.actors.push({ ...actor(d, 'silence'), id: 'actor:x', name: actor(d, 'apt28').aliases.pop()!.text }),
      [
        { what: 'entity-added', name: 'STRONTIUM' },
        { what: 'alias-moved', alias: 'STRONTIUM', from: 'APT28', to: 'STRONTIUM' },
      ],
    ],
    [
      'an alias less',
      (d) => actor(d, 'apt28').aliases.pop(),
      [{ what: 'alias-removed', name: 'APT28', alias: 'STRONTIUM' }],
    ],
    [
      'an attribution withdrawn',
      (d) => d.events.splice(0, 1),
      [
        {
          what: 'event-withdrawn',
          id: 'event:gb-2024-electoral-commission',
          event: { date: '2024-03-25', kind: 'statement', country: 'GB', about: ['UK Electoral Commission breach'] },
        },
      ],
    ],
  ])('%s', (_, change, lines) => {
    const { changes } = diff(core, changed(change));
    expect(changes).toHaveLength(lines.length);
    for (const [i, line] of lines.entries()) expect(changes[i]).toMatchObject(line);
  });

  it('counts its lines', () => {
    expect(diff(core, withFeeds('stix')).counts).toEqual({ 'entity-added': 3, 'alias-added': 1, 'event-added': 2 });
  });

  it('is empty between equals, and turned around it takes back what it gave', () => {
    const files = fc.subarray<FeedFile>(['stix', 'misp', 'microsoft', 'list', 'own']);
    const opposite: Partial<Record<Change['what'], Change['what']>> = {
      'entity-added': 'entity-removed',
      'entity-removed': 'entity-added',
      'alias-added': 'alias-removed',
      'alias-removed': 'alias-added',
      'event-added': 'event-withdrawn',
      'event-withdrawn': 'event-added',
    };
    fc.assert(
      fc.property(files, files, (one, other) => {
        const [a, b] = [withFeeds(...one), withFeeds(...other)];
        expect(diff(a, withFeeds(...one)).changes).toEqual([]);
        const [there, back] = [diff(a, b).counts, diff(b, a).counts];
        const turned = Object.entries(there).map(([what, count]) => [opposite[what as Change['what']] ?? what, count]);
        expect(back).toEqual(Object.fromEntries(turned));
      }),
      { numRuns: 30 },
    );
  });
});
