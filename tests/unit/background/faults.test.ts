import { beforeAll, describe, expect, it } from 'vitest';
import { failureText } from '../../../lib/options/feeds/refusal-text';
import { bundleOf, type FaultKind, newLife, newWorld, type World } from '../../fixtures/feed-world';

const URL = 'https://feeds.example/groups.json';
const ID = 'desk';
const OLD = 'Aspenfall';
const NEW = 'Birchglow';

interface Outcome {
  at: number;
  call: string;
  fault: FaultKind;
  inUse: 'old' | 'new' | 'mixed or damaged';
  says: string;
  afterwards: string;
}

/** A browser in which a feed is installed, and whose server has a newer version. */
async function prepared(): Promise<World> {
  const world = newWorld();
  const life = newLife(world);
  world.served.set(URL, () => new Response(bundleOf(OLD)));
  await life.work.addAddress(URL, { name: 'Desk', preset: ID }, true);
  world.served.set(URL, () => new Response(bundleOf(NEW)));
  return world;
}

/** Updates with a fault in the middle, then looks with a new life what is left, and tries again. */
async function tryWith(at: number, fault: FaultKind): Promise<Outcome> {
  const world = await prepared();
  const life = newLife(world, { at, kind: fault });
  const work = life.work.check(ID, { installs: true });
  await Promise.race([work, life.over]);
  const inUse = await inUseIn(newLife(world));
  if (fault !== 'never ends' && (await inUseIn(life)) !== inUse) throw new Error('a page is told from another dataset');
  const next = newLife(world);
  const { failure, waiting } = await next.row(ID);
  const says = failure ? failureText(failure) : waiting ? 'Update ready.' : 'Up to date.';
  await next.work.check(ID, { installs: true });
  const { failure: last } = await next.row(ID);
  const afterwards = `${await inUseIn(newLife(world))}, ${last ? failureText(last) : 'Up to date.'}`;
  return { at, call: life.calls[at] ?? 'not reached', fault, inUse, says, afterwards };
}

async function inUseIn(life: ReturnType<typeof newLife>): Promise<Outcome['inUse']> {
  const [old, fresh] = [await life.knows(OLD), await life.knows(NEW)];
  return old === fresh ? 'mixed or damaged' : old ? 'old' : 'new';
}

describe('an update that is cut off', () => {
  let calls: string[];
  const outcomes: Outcome[] = [];

  beforeAll(async () => {
    const life = newLife(await prepared());
    await life.work.check(ID, { installs: true });
    calls = life.calls;
    for (const [at, call] of calls.entries()) {
      const isWrite = /^(write|database: put)/.test(call);
      for (const fault of ['fails', ...(isWrite ? ['is full'] : []), 'never ends'] as FaultKind[])
        outcomes.push(await tryWith(at, fault));
    }
  }, 900_000);

  it('has network and storage to lose at every step', () => {
    expect(new Set(calls)).toEqual(
      new Set([
        'network: answer',
        'network: body',
        'read feeds and dataset',
        'write feeds',
        'write feeds and dataset',
        'database: get work',
        'database: put work',
        'database: delete work',
        'database: put contents',
        'database: get contents',
        'database: put changes',
        'database: put generations',
        'database: get generations',
        'database: sweep',
      ]),
    );
  });

  it('leaves one version, whole: the old one until the switch, the new one from then on', () => {
    const switchedAt = calls.indexOf('write feeds and dataset');
    expect(outcomes.filter(({ inUse }) => inUse === 'mixed or damaged')).toEqual([]);
    const wrong = outcomes.filter(({ at, fault, inUse }) =>
      at > switchedAt ? inUse !== 'new' : fault === 'never ends' && inUse !== 'old',
    );
    expect(wrong).toEqual([]);
  });

  it('is told in one sentence, and can be done again', () => {
    expect(outcomes.filter(({ says }) => !/^[^\n]{5,120}\.$/.test(says))).toEqual([]);
    expect(outcomes.filter(({ afterwards }) => afterwards !== 'new, Up to date.')).toEqual([]);
  });

  it('has these outcomes (docs/feed-faults.md)', async () => {
    await expect(table(outcomes)).toMatchFileSnapshot('../../../docs/feed-faults.md');
  });
});

function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ call, fault, inUse, says }, i) => [String(i + 1), call, fault, inUse, says]);
  const head = ['#', 'call', 'it', 'in use', 'the page says'];
  const widths = head.map((name, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length), name.length),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  return [
    '# Faults in the middle of an update',
    '',
    'Written by `tests/unit/background/faults.test.ts` (run with `-u`), which lets each call to network and storage of one',
    'update fail, find no room, or never end because the browser stopped the background, in the order in which they come. A',
    'new life of the background then looks: which version is in use, whole, and what does the page say? In every case the',
    'next check installs the new version.',
    '',
    line(head),
    `| ${widths.map((width, i) => (i ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`,
    ...rows.map(line),
    '',
  ].join('\n');
}
