import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CompiledDataset, compileDataset } from '../../data/build/compile';
import { readDataset, recordFiles } from '../../data/build/read';
import { jsonSchemas } from '../../data/build/schemas';
import { formatRecord } from '../../lib/dataset/canonical';
import { entityView } from '../../lib/dataset/entity-view';
import { classOverrides } from '../../lib/dataset/overrides';
import { openRecords } from '../../lib/dataset/record-store';
import { crossReferenceFaults } from '../../lib/dataset/references';
import { notAName } from '../../lib/feeds/names/actor-names';
import { fold } from '../../lib/matching/fold';
import { ANSWER_KINDS } from '../../lib/model/event';
import type { Source } from '../../lib/model/source';
import { verdictOf } from '../../lib/model/verdict';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const { dataset, faults } = readDataset(DATA);

describe('records', () => {
  test('are valid', () => {
    expect(faults).toEqual([]);
  });

  test('are written in canonical form', () => {
    const others = [...recordFiles(DATA)].filter(
      ({ collection, text }) => formatRecord(collection, JSON.parse(text)) !== text,
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test('refer only to each other, in a possible order of time', () => {
    expect(crossReferenceFaults(dataset)).toEqual([]);
  });

  test('are enough to be useful', () => {
    expect(dataset.actors.length).toBeGreaterThanOrEqual(1200);
    expect(dataset.agencies.length).toBeGreaterThanOrEqual(280);
    expect(dataset.incidents.length).toBeGreaterThanOrEqual(40);
    expect(dataset.events.length).toBeGreaterThanOrEqual(99);
  });

  test('have no alias twice in one spelling, no code and no unit as an alias of an actor', () => {
    const faulty = dataset.actors.flatMap(({ id, name, aliases }) => {
      const folded = [name, ...aliases.map((alias) => alias.text)].map(fold);
      const twice = folded.filter((one, i) => folded.indexOf(one) !== i);
      return [...twice, ...aliases.flatMap(({ text }) => (notAName(text) ? [text] : []))].map(
        (text) => `${id}: ${text}`,
      );
    });
    expect(faulty).toEqual([]);
  });

  test('have schemas that editors find, as the code has them', () => {
    for (const [name, text] of jsonSchemas()) expect(readFileSync(join(DATA, 'schema', name), 'utf8'), name).toBe(text);
  });

  test('have overrides of name classes that fit a name on file, with a reason each', () => {
    const { overrides } = v.parse(classOverrides, JSON.parse(readFileSync(join(DATA, 'name-classes.json'), 'utf8')));
    const names = new Set(compileDataset(DATA).names.names.map(({ written }) => written));
    expect(overrides.filter(({ text }) => !names.has(text)).map(({ text }) => text)).toEqual([]);
  });
});

describe('events', () => {
  test('have a source with an address; only denials may lack one, at most one in ten', () => {
    const bare = dataset.events.filter((event) => !event.prov.length);
    expect(bare.filter((event) => event.kind !== 'denial').map((event) => event.id)).toEqual([]);
    const denials = dataset.events.filter((event) => event.kind === 'denial');
    expect(bare.length).toBeLessThanOrEqual(denials.length / 10);
  });

  test('have happened: none is dated after the dataset', () => {
    const { date } = JSON.parse(readFileSync(join(DATA, 'dataset.json'), 'utf8')) as { date: string };
    expect(dataset.events.filter((event) => (event.date ?? '') > date).map((event) => event.id)).toEqual([]);
  });

  test('that are reviewed were read on an official page, in the speaker’s own report, or in two independent ones', () => {
    const read = new Map(
      dataset.sources.filter((source) => source.urlStatus === 'read').map((source) => [source.id as string, source]),
    );
    const wrong = dataset.events.filter(({ review, kind }) => {
      if (review.state !== 'reviewed') return false;
      const sources = review.confirmedIn.flatMap((id) => read.get(id) ?? []);
      const isOwn = sources.length > 0 && ['vendor-report', 'media-report', 'self-claim'].includes(kind);
      return !isOwn && !sources.some(isOfficial) && new Set(sources.map((source) => source.publisher)).size < 2;
    });
    expect(wrong.map((event) => event.id)).toEqual([]);
  });

  test('say how far an accusation goes once they are reviewed', () => {
    const vague = dataset.events.filter(
      ({ review, accused }) => review.state === 'reviewed' && accused?.strength === 'unstated',
    );
    expect(vague.map((event) => event.id)).toEqual([]);
  });

  test('hold no prose: official wording is a few words, notes one line', () => {
    const long = dataset.events.filter(
      ({ confidence, accused }) => words(confidence?.wording) > 14 || words(accused?.wording) > 16,
    );
    expect(long.map((event) => event.id)).toEqual([]);
  });

  test('of one text by several share their date and kind within a statement', () => {
    const groups = new Map<string, Set<string>>();
    for (const event of dataset.events) {
      if (!event.statement || event.by?.mode !== 'joint' || ANSWER_KINDS.has(event.kind)) continue;
      const key = `${event.statement} ${event.kind}`;
      groups.set(key, (groups.get(key) ?? new Set()).add(event.date ?? ''));
    }
    expect([...groups].filter(([, dates]) => dates.size > 2).map(([key]) => key)).toEqual([]);
  });
});

describe('sources', () => {
  test('have an https address and a publisher that is a name', () => {
    const wrong = dataset.sources.filter(
      ({ url, publisher }) => !url.startsWith('https://') || /^(https?:|www\.)/.test(publisher),
    );
    expect(wrong.map((source) => source.id)).toEqual([]);
  });

  test('have a licence; datasets whose facts are bundled have a credit', () => {
    const bundled = dataset.sources.filter(
      (source) => source.licence.use === 'bundle' && source.licence.spdx !== 'LicenseRef-US-PD',
    );
    expect(bundled.filter((source) => !source.licence.credit).map((source) => source.id)).toEqual([]);
  });

  test('are on file once', () => {
    const addresses = dataset.sources.map((source) => source.url.replace(/\/$/, ''));
    expect(addresses.filter((url, i) => addresses.indexOf(url) !== i)).toEqual([]);
  });
});

describe('the case of March 2024', () => {
  const event = (id: string) => dataset.events.find((one) => one.id === `event:${id}`)!;

  test('is two events: the breach with an unnamed actor, the reconnaissance with APT31', () => {
    const breach = event('uk-2024-electoral-commission');
    expect(breach).toMatchObject({
      date: '2024-03-25',
      by: { country: 'GB' },
      incidents: ['incident:uk-electoral-commission-breach'],
      confidence: { wording: 'highly likely' },
    });
    expect(breach.accused).toMatchObject({ country: 'CN', strength: 'state-affiliated' });
    expect(breach.accused).not.toHaveProperty('actor');
    expect(event('uk-2024-apt31-parliamentarians')).toMatchObject({
      date: '2024-03-25',
      accused: { country: 'CN', actor: 'actor:apt31' },
      confidence: { wording: 'almost certain' },
    });
  });

  test('no record has the UK, or anyone, blame APT31 for the breach', () => {
    const blurred = dataset.events.filter(
      (one) =>
        one.accused?.actor === 'actor:apt31' &&
        one.incidents?.includes('incident:uk-electoral-commission-breach' as never),
    );
    expect(blurred).toEqual([]);
  });
});

describe('compiled', () => {
  let compiled: CompiledDataset;
  beforeAll(() => {
    compiled = compileDataset(DATA);
  });

  test('every name has a class; a name claimed by several is shared', () => {
    expect(compiled.names.names.filter((name) => !name.class)).toEqual([]);
    const bySpelling = new Map<string, Set<string>>();
    for (const name of compiled.names.names) {
      if (name.class !== 'never')
        bySpelling.set(name.written, (bySpelling.get(name.written) ?? new Set()).add(name.entity));
    }
    const silent = compiled.names.names.filter(
      (name) => name.class !== 'shared' && name.class !== 'never' && bySpelling.get(name.written)!.size > 1,
    );
    expect(silent.map((name) => name.written)).toEqual([]);
  });

  test('every entity opens as a view whose labels are all known', () => {
    const store = openRecords(compiled.records);
    for (const entity of [...dataset.actors, ...dataset.agencies, ...dataset.incidents]) {
      const view = entityView(store, entity.id);
      expect(view?.label.name, entity.id).toBe(entity.name);
      expect(() => verdictOf(view!), entity.id).not.toThrow();
    }
  });

  test('the same data gives the same bytes', () => {
    const again = compileDataset(DATA);
    expect(Buffer.from(again.records).equals(Buffer.from(compiled.records))).toBe(true);
    expect(Buffer.from(again.names.index).equals(Buffer.from(compiled.names.index))).toBe(true);
  });
});

/** A government's own page: by what it is, whose it is, or where it stands. */
function isOfficial({ kind, publisherAgency, url }: Source): boolean {
  const isAct = ['gov-statement', 'advisory', 'indictment', 'sanctions-listing', 'court'].includes(kind);
  return (
    isAct ||
    Boolean(publisherAgency) ||
    /mfa|embassy|consulate|fmprc|mid\.ru|kremlin|\.gov|chinamission/i.test(new URL(url).host)
  );
}

function words(text: string | undefined): number {
  return text?.split(/\s+/).length ?? 0;
}
