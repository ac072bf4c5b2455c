import { expect, test } from 'vitest';
import { SpokenNames } from '../../../data/import/auspex/spoken-names';
import { WorkingSet } from '../../../data/import/on-file';
import type { Alias } from '../../../lib/model/alias';
import { actorRecord, datasetOf } from './records';

const alias = (text: string, relation: Alias['relation']): Alias => ({ text, relation });

/** Sand Fox is how AUSPEX files everything; it took part of Dune Cat's names. */
const FILE = new WorkingSet(
  datasetOf(
    actorRecord('Sand Fox', {
      aliases: [
        alias('SF9', 'exact'),
        alias('UNC1', 'overlaps'),
        alias('TA7', 'overlaps'),
        alias('FoxRAT', 'malware-used-as-name'),
      ],
      origin: { country: 'CN' },
      ext: { auspex: 'cn/unscoped/sand-fox' },
    }),
    actorRecord('Dune Cat', { aliases: [alias('UNC1', 'exact')], origin: { country: 'CN' } }),
    actorRecord('Royal', { class: 'criminal' }),
    actorRecord('Conti Crew', { ext: { auspex: 'cn/unscoped/conti' }, origin: { country: 'CN' } }),
    actorRecord('Conti', { origin: { country: 'CN' } }),
  ),
);

const oldest = page('Sand Fox unmasked', '2018-10-03');

function page(title: string, published_on: string) {
  return { id: `x/${published_on}`, kind: 'vendor-research', publisher: 'X', url: null, title, published_on };
}

test.each([
  { case: 'the page names it', title: 'Sand Fox strikes', expected: 'actor:sand-fox' },
  { case: 'the page names it by an exact alias', title: 'SF-9 strikes', expected: 'actor:sand-fox' },
  { case: 'the row names it', row: 'Bank theft by Sand Fox', expected: 'actor:sand-fox' },
  { case: 'a name that is another’s and overlaps', title: 'UNC1 strikes', expected: 'actor:dune-cat' },
  { case: 'the same in the row', row: 'UNC1 strikes', expected: 'actor:dune-cat' },
  { case: 'a name that overlaps and is nobody’s', title: 'TA7 strikes', expected: undefined },
  { case: 'such a name, AUSPEX’s beside it', title: 'TA7 strikes', row: 'Sand Fox strikes', expected: undefined },
  { case: 'the page names another of that country', title: 'Dune Cat strikes', expected: 'actor:dune-cat' },
  { case: 'a word that is a group elsewhere', title: 'Royal family hacked', expected: 'actor:sand-fox' },
  { case: 'a program is no name', title: 'FoxRAT returns', expected: 'actor:sand-fox' },
  { case: 'nobody is named, after the name came up', expected: 'actor:sand-fox' },
  { case: 'nobody is named, before the name came up', date: '2016-05-26', expected: undefined },
  { case: 'nobody is named, and AUSPEX says so', level: 'activity-cluster', expected: undefined },
  { case: 'AUSPEX’s id is another’s name', id: 'cn/unscoped/conti', expected: undefined },
  { case: 'and the page names that other', id: 'cn/unscoped/conti', title: 'Conti attacks', expected: 'actor:conti' },
] as { case: string; title?: string; row?: string; date?: string; level?: string; id?: string; expected?: string }[])(
  'SpokenNames: $case',
  ({ title = 'A report', row = 'A theft', date = '2019-01-01', level = 'named-actor', id, expected }) => {
    const names = new SpokenNames([oldest], FILE);
    const attribution = {
      actor_id: id ?? 'cn/unscoped/sand-fox',
      attributing_org: 'X',
      attributing_org_confidence: 'high' as const,
      attribution_level: level as 'named-actor',
      attribution_date: date,
      attribution_source_id: null,
    };
    const event = { id: '2019-01/x', name: row, incident_type: [], attributions: [], sources: [] };
    expect(names.actorOf(attribution, event, page(title, date), date)).toBe(expected);
  },
);
