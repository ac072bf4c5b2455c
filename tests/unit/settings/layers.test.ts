import { describe, expect, it } from 'vitest';
import { changesBetween, layered } from '../../../lib/layers';
import { NO_POLICY, readPolicy } from '../../../lib/policy';
import { DEFAULTS, withPolicy } from '../../../lib/settings';

const hosts = (...list: string[]) => ({ mode: 'only' as const, hosts: list });

describe('settings under a policy', () => {
  it.each([
    ['nothing anywhere', {}, {}, undefined, { ...DEFAULTS }],
    [
      'a default of the organisation holds until the reader decides',
      { categories: { agency: false } },
      {},
      { version: 1, badge: false },
      { ...DEFAULTS, badge: false, categories: { actor: true, agency: false, incident: true } },
    ],
    ['the reader decides otherwise', { categories: { agency: false } }, {}, { categories: { agency: true } }, DEFAULTS],
    [
      'what is enforced holds whatever the reader decided',
      {},
      { categories: { agency: false }, sites: hosts('news.example') },
      { categories: { agency: true, actor: false }, sites: { mode: 'all', hosts: [] } },
      {
        ...DEFAULTS,
        categories: { actor: false, agency: false, incident: true },
        sites: hosts('news.example'),
      },
    ],
    [
      'sites are one decision: a list of another rule is not mixed in',
      { sites: hosts('a.example') },
      {},
      { sites: { mode: 'all-but', hosts: ['b.example'] } },
      { ...DEFAULTS, sites: { mode: 'all-but', hosts: ['b.example'] } },
    ],
  ])('%s', (_, defaults, enforced, stored, expected) => {
    expect(withPolicy({ defaults, enforced }, stored)).toEqual(expected);
  });

  it('keeps of a change what was changed, so that defaults go on to hold', () => {
    const before = withPolicy({ defaults: { categories: { agency: false } }, enforced: {} }, undefined);
    const decided = changesBetween({ ...before }, { ...before, categories: { ...before.categories, actor: false } });
    expect(decided).toEqual({ categories: { actor: false } });
    expect(withPolicy(NO_POLICY, decided).categories).toEqual({ actor: false, agency: true, incident: true });
  });
});

describe('a policy file', () => {
  it('is read as it is meant', () => {
    const file = {
      defaults: { feeds: [{ address: 'https://a.example/', name: 'A' }], updates: { every: 'weekly' } },
      enforced: { welcomePage: false, coreFeed: { address: 'https://core.example/', keys: ['k'] } },
    };
    expect(readPolicy(file)).toEqual(file);
  });

  it.each([
    [undefined],
    [null],
    ['x'],
    [[]],
    [{ defaults: [], enforced: 3 }],
    [
      {
        enforced: {
          categories: { actor: 'no' },
          sites: { mode: 'some' },
          feeds: 'x',
          coreFeed: { address: 'https://x.example/' },
        },
      },
    ],
  ])('that is none says nothing: %j', (file) => {
    expect(readPolicy(file)).toEqual(NO_POLICY);
  });
});

describe('layers', () => {
  it('never touch a prototype', () => {
    const result = layered(JSON.parse('{"__proto__": {"x": 1}, "a": {"__proto__": {"y": 1}}}'), { a: { b: 2 } });
    expect([({} as { x?: number }).x, (result.a as { y?: number }).y, result.x]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(result.a).toEqual({ b: 2 });
  });
});
