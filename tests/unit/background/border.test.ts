import { beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '../../../lib/background/border/rules';
import { attendedBackground } from '../../fixtures/attended-background';
import {
  type BackgroundWorld,
  frameOf,
  OWN_ID,
  OWN_ORIGIN,
  OWN_PAGE,
  type SenderLike,
} from '../../fixtures/background-world';

let world: BackgroundWorld;
const clock = { now: 0 };

beforeEach(async () => {
  world = await attendedBackground(clock);
});

const ask = (to: string, content: unknown, sender: SenderLike) => world.send({ to, with: content }, sender);
const REPORT = {
  mentions: [{ entities: ['actor:apt31'], kind: 'actor', count: 2, faint: 1, written: ['APT31'] }],
  words: 9,
};
const MATCH = { document: '1-2', flows: { ids: [1], lengths: [13], text: 'APT31 struck.' }, dropped: [] };

/** Content that each message may have. */
const VALID: Record<keyof typeof RULES, object> = {
  settings: {},
  match: MATCH,
  report: { report: REPORT },
  withdraw: {},
  loadCard: {},
  view: { id: 'actor:apt31' },
  labels: { ids: ['actor:apt31'] },
  openDossier: { id: 'actor:apt31' },
  excerpt: { ids: ['actor:apt31'], title: 'APT31' },
  tabSummary: { tab: 1_940_123_456 },
  jump: { tab: 1, step: 1 },
  about: {},
  searchEntries: {},
  mute: { id: 'actor:apt31' },
  feeds: {},
  feedAction: { do: 'check-all' },
  feedChanges: { feed: 'core', search: '', from: 0 },
};
const NAMES = Object.keys(RULES) as (keyof typeof RULES)[];

describe('who may send what', () => {
  it.each(NAMES)('%s passes from those whom its rule names, and from nobody else', async (name) => {
    const senders = [
      { kind: 'frame', sender: frameOf(1) },
      { kind: 'own page', sender: OWN_PAGE },
    ] as const;
    for (const { kind, sender } of senders) {
      const answer = ask(name, VALID[name], sender);
      if (RULES[name].from.includes(kind)) await expect(answer, kind).resolves.not.toBe('unanswered');
      else await expect(answer, kind).rejects.toThrow('not for this sender');
    }
  });

  it.each([
    ['a frame that writes our address', { ...frameOf(1), url: `${OWN_ORIGIN}/popup.html` }],
    ['a frame whose address is ours, of no origin', { ...frameOf(1), url: `${OWN_ORIGIN}/popup.html`, origin: 'null' }],
    ['a sender without origin', { id: OWN_ID, url: `${OWN_ORIGIN}/popup.html` }],
    ['a page of ours in a frame', { ...OWN_PAGE, frameId: 3, tab: { id: 1 } }],
    ['a page outside any tab, such as one in another extension’s panel', { ...frameOf(1), tab: undefined }],
    ['a tab of developer tools', { ...frameOf(-1) }],
    ['a look-alike of our origin', { ...OWN_PAGE, origin: `${OWN_ORIGIN}.evil.test` }],
  ] as [string, SenderLike][])('nothing passes from %s', async (_, sender) => {
    for (const name of NAMES) await expect(ask(name, VALID[name], sender), name).rejects.toThrow('not for this sender');
    expect(world.deeds).toEqual([]);
  });

  it('nobody answers another extension', async () => {
    expect(await ask('about', {}, { ...OWN_PAGE, id: 'somebody-else' })).toBe('unanswered');
  });

  it.each([
    ['no message', null],
    ['a list', ['match']],
    ['a name that is a list', { to: ['about'], with: {} }],
    ['a name of every object', { to: 'constructor', with: {} }],
    ['a name of every object', { to: '__proto__', with: {} }],
    ['no content', { to: 'about' }],
  ])('nobody answers %s', async (_, message) => {
    expect(await world.send(message, OWN_PAGE)).toBe('unanswered');
  });
});

describe('what it may hold', () => {
  const report = (change: object) => ({ report: { ...REPORT, mentions: [{ ...REPORT.mentions[0], ...change }] } });
  const wrong: [string, string, unknown][] = [
    ['match', 'nothing', undefined],
    ['match', 'more than it needs', { ...MATCH, host: 'gov.uk' }],
    ['match', 'a document id that is none', { ...MATCH, document: 'x'.repeat(10) }],
    ['match', 'a flow without text', { ...MATCH, flows: { ids: [1], lengths: [0] } }],
    ['match', 'a flow number that is none', { ...MATCH, flows: { ids: [Number.NaN], lengths: [0], text: '' } }],
    ['match', 'a text that is none', { ...MATCH, flows: { ids: [1], lengths: [3], text: { length: 3 } } }],
    [
      'match',
      'lengths that are not those of the text',
      { ...MATCH, flows: { ids: [1], lengths: [99], text: 'APT31' } },
    ],
    ['match', 'fewer lengths than flows', { ...MATCH, flows: { ids: [1, 2], lengths: [5], text: 'APT31' } }],
    ['match', 'more flows than a page has', { ...MATCH, dropped: Array.from({ length: 300_001 }, () => 1) }],
    [
      'match',
      'more text than a message takes',
      { ...MATCH, flows: { ids: [1], lengths: [32_000_001], text: 'x'.repeat(32_000_001) } },
    ],
    ['report', 'no names', { report: { mentions: 'APT31', words: 1 } }],
    ['report', 'a name of nobody', report({ entities: [] })],
    ['report', 'another kind of entity', report({ entities: ['agency:gchq'] })],
    ['report', 'an id that is none', report({ entities: ['source:list'], kind: 'source' })],
    ['report', 'more uncertain ones than there are', report({ faint: 3 })],
    ['report', 'a negative count', report({ count: -1 })],
    ['report', 'a spelling too long for a name', report({ written: ['x'.repeat(201)] })],
    [
      'report',
      'more rows than a page names',
      { report: { ...REPORT, mentions: Array(2001).fill(REPORT.mentions[0]) } },
    ],
    ['view', 'an id too long for one', { id: 'x'.repeat(201) }],
    ['mute', 'what is no entity', { id: 'source:list' }],
    ['labels', 'more ids than share a name', { ids: Array(65).fill('actor:apt31') }],
    ['openDossier', 'an address', { id: 'actor:apt31', url: 'https://evil.test' }],
  ];
  it.each(wrong)('%s: not %s', async (name, _, content) => {
    await expect(ask(name, content, frameOf(2))).rejects.toThrow('not what this message holds');
    expect(world.deeds).toEqual([]);
    expect(world.stored.session.size).toBe(0);
  });

  it.each<[string, unknown]>([
    ['no deed', {}],
    ['an unknown deed', { do: 'erase' }],
    ['a field too many', { do: 'check', feed: 'core', force: true }],
    ['an id of another form', { do: 'remove', feed: '../core' }],
    ['a number that is none', { do: 'back', feed: 'core', number: -1 }],
    ['a file that is none', { do: 'add-file', upload: '1', file: 'x' }],
    ['a list without end', { do: 'set-list', text: 'x'.repeat(1_000_001) }],
    ['a schedule of one’s own', { do: 'schedule', every: 'minutely' }],
    ['a preset with a path', { do: 'add-preset', preset: '../mine' }],
  ])('feedAction: not %s', async (_, action) => {
    await expect(ask('feedAction', action, OWN_PAGE)).rejects.toThrow('not what this message holds');
  });

  it('jump: not a step that leads nowhere', async () => {
    await expect(ask('jump', { tab: 1, step: 0 }, OWN_PAGE)).rejects.toThrow('not what this message holds');
  });
});

describe('what a frame gets', () => {
  it('of the settings: whether it is on, and no list of sites', async () => {
    world.stored.local.set('settings', { sites: { mode: 'all-but', hosts: ['bank.test', 'news.test'] } });
    const settings = await ask('settings', {}, frameOf(1));
    expect(settings).toMatchObject({ isOn: false });
    expect(JSON.stringify(settings)).not.toContain('.test');
    expect(await ask('settings', {}, frameOf(1, 0, 'https://other.test'))).toMatchObject({ isOn: true });
  });

  it('by the host that the browser names, in frames without an address that of the page around', async () => {
    world.stored.local.set('settings', { sites: { mode: 'only', hosts: ['news.test'] } });
    const isOn = async (sender: SenderLike) => ((await ask('settings', {}, sender)) as { isOn: boolean }).isOn;
    expect(await isOn({ ...frameOf(1, 4), url: 'about:srcdoc' })).toBe(true);
    expect(await isOn({ ...frameOf(1, 4), url: 'about:srcdoc', origin: 'null' })).toBe(false);
    expect(await isOn({ ...frameOf(1), origin: 'null' })).toBe(true);
    expect(await isOn({ ...frameOf(1, 0, 'https://evil.test'), url: 'https://news.test/' })).toBe(false);
  });

  it('of the dossier: one, of somebody on record, while the reader has the tab before them', async () => {
    await ask('openDossier', { id: 'actor:nobody' }, frameOf(7));
    await ask('openDossier', { id: '?q=chosen' }, frameOf(7));
    await ask('openDossier', { id: 'actor:apt31' }, { ...frameOf(7), tab: { id: 7, active: false } });
    expect(world.deeds).toEqual([]);
    for (let i = 0; i < 5; i++) await ask('openDossier', { id: 'actor:apt31' }, frameOf(7));
    expect(world.deeds).toEqual([`tabs.create {"url":"${OWN_ORIGIN}/dossier.html#actor:apt31"}`]);
  });

  it('the card, into itself', async () => {
    await ask('loadCard', {}, frameOf(3, 5));
    expect(world.deeds).toEqual(['scripting.executeScript {"target":{"tabId":3,"frameIds":[5]},"files":["/card.js"]}']);
  });

  it('no word of what went wrong inside', async () => {
    world.stored.local.set('settings', null);
    Object.assign(globalThis, {
      browser: Object.assign((globalThis as { browser?: object }).browser!, { storage: null }),
    });
    await expect(ask('settings', {}, frameOf(1))).rejects.toThrow(/^could not be answered$/);
  });
});

describe('whom the reader has muted', () => {
  it('no answer to a frame tells', async () => {
    world.stored.local.set('settings', { muted: ['actor:apt31'] });
    const both = { ...MATCH, flows: { ids: [1], lengths: [23], text: 'APT31 and GCHQ hackers.' } };
    const answers = [await ask('match', both, frameOf(1, 0)), await ask('settings', {}, frameOf(1, 0))];
    expect(JSON.stringify(answers)).toContain('gchq');
    expect(JSON.stringify(answers)).not.toMatch(/apt31|muted/);
  });
});
