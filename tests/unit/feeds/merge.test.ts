import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileNames } from '../../../lib/dataset/compile-names';
import { sourceIdOf } from '../../../lib/feeds/content';
import { type FeedToMerge, mergeFeeds } from '../../../lib/feeds/merge/merge';
import { FeedRefused } from '../../../lib/feeds/refused';
import { DocumentMatcher } from '../../../lib/matching/document';
import { openIndex } from '../../../lib/matching/name-index';
import { runToEnd } from '../../../lib/matching/steps';
import type { Dataset, Entity } from '../../../lib/model/record';
import { type FeedFile, feedOf, readBytes } from '../../fixtures/feeds';
import { smallDataset } from '../../fixtures/small-dataset';
import { words } from '../../fixtures/words';

const core = smallDataset();
const merge = (...feeds: FeedToMerge[]) => runToEnd(mergeFeeds(core, feeds));
const entitiesOf = ({ actors, agencies, incidents }: Dataset): Entity[] => [...actors, ...agencies, ...incidents];
const named = (dataset: Dataset, name: string) => entitiesOf(dataset).filter((entity) => entity.name === name);
const list = (text: string, id = 'mine'): FeedToMerge => ({ id, name: id, content: readBytes(text, id) });

/** What a page's text marks with these feeds on: words → ids. */
function marksIn(text: string, ...feeds: FeedToMerge[]): Record<string, string> {
  const { dataset, overrides } = merge(...feeds);
  const matcher = new DocumentMatcher(openIndex(compileNames(dataset, 'test', words, overrides).index));
  matcher.put(1, text);
  const mentions = matcher.mentions().flatMap((flow) => flow.mentions);
  return Object.fromEntries(mentions.map(({ start, end, entities }) => [text.slice(start, end), entities.join(' ')]));
}

describe('what is the same', () => {
  const stix = merge(feedOf('stix')).dataset;

  it('by a stable id: the record of core gets the name, under the feed’s provenance, and keeps all else', () => {
    const [apt31, ...others] = named(stix, 'APT31');
    const before = core.actors.find(({ id }) => id === 'actor:apt31')!;
    expect(others).toEqual([]);
    expect(apt31).toEqual({
      ...before,
      aliases: [
        ...before.aliases,
        expect.objectContaining({
          text: 'Vellum Otter',
          prov: [expect.objectContaining({ source: 'source:feed-stix' })],
        }),
      ],
    });
  });

  it.each<[string, FeedToMerge, string, string]>([
    ['by id', feedOf('own'), 'Marrow Finch', 'actor:apt31'],
    ['by an exact alias, where no id says more', feedOf('microsoft'), 'Wherry', 'actor:apt31'],
    ['by an exact alias of one record', feedOf('misp'), 'Pewter Lynx', 'actor:apt28'],
    ['by the id that the reader gives', feedOf('list'), 'Judgment Panda', 'actor:gothic-panda'],
  ])('%s', (_, feed, name, id) => {
    const bearer = merge(feed).dataset.actors.find(
      (actor) => actor.aliases.some(({ text }) => text === name) && actor.id === id,
    );
    expect(bearer?.id).toBe(id);
  });

  it('not by an alias that two records bear, nor by one that a feed says', () => {
    const shared = list('name,aliases,kind\nNCSC of Examples,NCSC,agency');
    expect(named(merge(shared).dataset, 'NCSC of Examples')).toHaveLength(1);
    const [one, other] = [feedOf('misp', 'one'), list('Tidewrack', 'zz')];
    expect(named(merge(one, other).dataset, 'Tidewrack')).toHaveLength(1);
  });

  it('not by name where a stable id speaks against it', () => {
    const bundle = readBytes(
      JSON.stringify({
        type: 'bundle',
        objects: [
          {
            type: 'intrusion-set',
            id: 'intrusion-set--cccccccc-0000-4000-8000-000000000009',
            name: 'Zirconium',
            external_references: [{ source_name: 'mitre-attack', external_id: 'G9999' }],
          },
        ],
      }),
    );
    expect(named(merge({ id: 'x', name: 'X', content: bundle }).dataset, 'Zirconium')).toHaveLength(1);
  });
});

describe('core wins', () => {
  it('over fields, classes and reviews that a feed gives its records', () => {
    const apt31 = named(merge(feedOf('own')).dataset, 'APT31')[0]!;
    expect(apt31).toMatchObject({ class: 'state-affiliated', review: { state: 'unreviewed' } });
  });

  it('over a feed that takes back what core’s accusers said', () => {
    const { events } = merge(feedOf('own')).dataset;
    expect(events.map(({ id }) => id)).toContain('event:desk-2026-tollgate');
    expect(events.map(({ id }) => id)).not.toContain('event:desk-2026-retraction');
  });

  it('over events that tell the same act again', () => {
    const again = { ...core.events.find(({ id }) => id === 'event:us-2024-apt31')!, id: 'event:copy' as const };
    const content = { ...feedOf('own').content, keys: {} };
    const feed = { ...feedOf('own'), content: { ...content, records: { ...content.records, events: [again] } } };
    expect(merge(feed).dataset.events).toHaveLength(core.events.length);
  });

  it('over names: neither its records’ main names nor its kinds can be taken, or made uncertain', () => {
    const thief = list('name,aliases,kind\nLantern Clerk,APT31|HIDDEN COBRA,incident', 'thief');
    const feed = { ...thief, content: { ...thief.content, format: 'misp' as const } };
    expect(marksIn('APT31 and HIDDEN COBRA and Lantern Clerk', feed)).toEqual({
      APT31: 'actor:apt31',
      'HIDDEN COBRA': 'actor:lazarus',
      'Lantern Clerk': expect.stringMatching(/^incident:own-lantern-clerk/),
    });
  });

  it('over an alias that it gives to another of its records', () => {
    const feed = list('name,same as,aliases\nAPT28,actor:apt28,Judgment Panda|Pewter Lynx');
    const content = { ...feed.content, format: 'misp' as const };
    const apt28 = named(merge({ ...feed, content }).dataset, 'APT28')[0]!;
    expect(apt28.aliases.map(({ text }) => text)).toContain('Pewter Lynx');
    expect(apt28.aliases.map(({ text }) => text)).not.toContain('Judgment Panda');
  });
});

describe('names of feeds', () => {
  it.each([
    ['an everyday word needs to be introduced', 'Play', 'They play and Play again.', {}],
    ['a word of the subject marks nothing', 'ransomware', 'The ransomware was found.', {}],
    ['a country marks nothing', 'Iran', 'In Iran, hackers met.', {}],
    ['a coined word marks', 'Quillfeather', 'Quillfeather was seen.', { Quillfeather: 'actor:misp' }],
  ])('%s', (_, name, text, marks) => {
    const feed = list(name);
    const actor = { ...feed.content.records.actors[0]!, id: 'actor:misp' as const };
    const records = { ...feed.content.records, actors: [actor] };
    expect(marksIn(text, { ...feed, content: { ...feed.content, format: 'misp', records } })).toEqual(marks);
  });

  it('are shared where a feed and an alias of core claim them', () => {
    const feed = list('name,aliases\nLantern Clerk,Sofacy');
    expect(marksIn('Sofacy hackers', { ...feed, content: { ...feed.content, format: 'misp' } })).toEqual({
      Sofacy: expect.stringMatching(/^actor:apt28 actor:own-/),
    });
  });

  it('that pass for a name of core in another alphabet are refused', () => {
    const feed = list('\u0410\u0420\u0422\u0033\u0031'); // АРТ31, in Cyrillic
    expect(() => merge(feed)).toThrow(FeedRefused);
    expect(() => merge(list('Лоцман'))).not.toThrow();
  });
});

describe('a reader’s own list', () => {
  it('takes a name from core where the reader says whose it is', () => {
    const text = 'Judgment Panda was seen.';
    expect(marksIn(text)).toEqual({ 'Judgment Panda': 'actor:apt31' });
    expect(marksIn(text, list('name,same as\nJudgment Panda,actor:gothic-panda'))).toEqual({
      'Judgment Panda': 'actor:gothic-panda',
    });
  });

  it('takes nothing by only listing what is on file', () => {
    const text = 'The NCSC in London, and APT31.';
    expect(marksIn(text, list('NCSC\nAPT31'))).toEqual(marksIn(text));
  });
});

describe('merging', () => {
  const files: FeedFile[] = ['stix', 'misp', 'microsoft', 'list', 'own'];
  const some = fc.shuffledSubarray(files, { minLength: 1 });

  it('depends on which feeds are on, not on their order', () => {
    fc.assert(
      fc.property(some, (chosen) => {
        const there = merge(...chosen.map((file) => feedOf(file)));
        const back = merge(...[...chosen].reverse().map((file) => feedOf(file)));
        expect(back).toEqual(there);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out exactly what a feed brought when it is switched off', () => {
    fc.assert(
      fc.property(some, (chosen) => {
        const gone = chosen[0]!;
        const rest = merge(...chosen.slice(1).map((file) => feedOf(file))).dataset;
        const all = merge(...chosen.map((file) => feedOf(file))).dataset;
        const brought = sourceIdOf({ id: gone });
        const kept = factsOf(rest);
        for (const [fact, sources] of factsOf(all))
          if (!sources.includes(brought)) expect([fact, kept.get(fact)]).toEqual([fact, sources]);
        for (const [, sources] of kept) expect(sources).not.toContain(brought);
      }),
      { numRuns: 30 },
    );
  });

  it('never changes a field of core', () => {
    const { dataset } = merge(...files.map((file) => feedOf(file)));
    const after = new Map(entitiesOf(dataset).map((entity) => [entity.id as string, entity]));
    for (const entity of entitiesOf(core)) {
      const { aliases, ...fields } = after.get(entity.id)!;
      expect({ ...fields, aliases: aliases.slice(0, entity.aliases.length) }).toEqual(entity);
    }
    expect(dataset.events.slice(0, core.events.length)).toEqual(core.events);
  });

  it('changes nothing of how prose speaks of what core holds', () => {
    const { dataset, overrides } = merge(...files.map((file) => feedOf(file)));
    const signalsOf = (of: Dataset) => {
      const { entities, signals, bodies } = openIndex(compileNames(of, 'test', words, overrides).index).meta;
      const id = (entity: number) => entities[entity]!.id;
      return signals
        .map(({ victims, tells, ...signal }) => ({
          ...signal,
          victims: victims?.map((victim) => ({ ...victim, entity: id(victim.entity) })),
          tells: tells?.map(id),
        }))
        .concat(
          Object.values(bodies ?? {}).map((byCountry) => Object.values(byCountry).map((of) => of.map(id))) as never,
        );
    };
    expect(signalsOf(dataset)).toEqual(signalsOf(core));
  });

  it('says of each feed what it did', () => {
    expect(merge(feedOf('stix'), feedOf('microsoft')).tallies).toEqual({
      stix: { added: 3, extended: 1, aliases: 1, events: 2 },
      microsoft: { added: 1, extended: 1, aliases: 1, events: 0 },
    });
  });

  it('adds nothing of a feed whose links lead nowhere, but what stands by itself', () => {
    const own = feedOf('own');
    const records = { ...own.content.records, actors: [], incidents: [] };
    expect(merge({ ...own, content: { ...own.content, records } }).dataset).toEqual(merge().dataset);
  });
});

/** Every name and event with the sources that it stands on. */
function factsOf(dataset: Dataset): Map<string, string[]> {
  const facts = new Map<string, string[]>();
  for (const entity of entitiesOf(dataset)) {
    const own = entity.prov.map(({ source }) => source);
    facts.set(`${entity.id} is ${entity.name}`, own);
    for (const { text, prov } of entity.aliases)
      facts.set(`${entity.id} is also ${text}`, prov?.map(({ source }) => source) ?? own);
  }
  for (const event of dataset.events)
    facts.set(
      event.id,
      event.prov.map(({ source }) => source),
    );
  return facts;
}
