import fc from 'fast-check';
import { RULES } from '../../lib/background/border/rules.ts';
import { frameOf, OWN_ID, OWN_ORIGIN, OWN_PAGE, type SenderLike } from '../fixtures/background-world.ts';

/** Ids on record and off it, and what is none. */
const id = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('actor:apt31', 'actor:apt28', 'agency:gchq', 'incident:notpetya', 'actor:nobody'),
  },
  fc.constantFrom(
    'event:x',
    'source:list',
    '__proto__',
    'constructor',
    '../options.html',
    '?q=chosen',
    'javascript:alert(1)',
  ),
  fc.string({ maxLength: 300 }),
);
const number = fc.oneof(fc.nat(9), fc.integer(), fc.double(), fc.constantFrom(-0, 2 ** 31, 2 ** 53, 77));
const text = fc.oneof(
  fc.constantFrom('APT31 struck.', 'GCHQ', 'Zirconium', ''),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const row = fc.record({
  entities: fc.array(id, { maxLength: 3 }),
  kind: fc.constantFrom('actor', 'agency', 'incident', 'event'),
  count: number,
  faint: number,
  written: fc.array(text, { maxLength: 5 }),
});

/** Contents that are nearly or wholly what messages hold. */
const contents = {
  settings: fc.constant({}),
  match: fc.record({
    document: fc.oneof(fc.constantFrom('1', '1-2-3-4'), fc.string()),
    flows: fc.oneof(
      fc.record({ ids: fc.array(number, { maxLength: 4 }), lengths: fc.array(number, { maxLength: 4 }), text }),
      fc.array(text, { maxLength: 4 }).map((texts) => ({
        ids: texts.map((_, i) => i),
        lengths: texts.map(({ length }) => length),
        text: texts.join(''),
      })),
    ),
    dropped: fc.array(number, { maxLength: 3 }),
  }),
  report: fc.record({ report: fc.record({ mentions: fc.array(row, { maxLength: 3 }), words: number }) }),
  withdraw: fc.constant({}),
  loadCard: fc.constant({}),
  view: fc.record({ id }),
  labels: fc.record({ ids: fc.oneof(fc.array(id, { maxLength: 5 }), fc.constant(Array(100).fill('actor:apt31'))) }),
  openDossier: fc.record({ id }),
  excerpt: fc.record({ ids: fc.array(id, { maxLength: 3 }), title: text }),
  tabSummary: fc.record({ tab: number }),
  jump: fc.record({ tab: number, step: number }),
  about: fc.constant({}),
  searchEntries: fc.constant({}),
  mute: fc.record({ id }),
  feeds: fc.constant({}),
  feedAction: fc.record(
    { do: fc.constantFrom('check', 'check-all', 'remove', 'erase'), feed: text },
    { requiredKeys: ['do'] },
  ),
  feedChanges: fc.record({ feed: text, search: text, from: number }),
} satisfies Record<keyof typeof RULES, fc.Arbitrary<object>>;

const name = fc.constantFrom(...(Object.keys(RULES) as (keyof typeof contents)[]));
const wellMeant = name.chain((to) => contents[to].map((content) => ({ to, with: content as object })));
/** One part of it put in another's place, left out or added. */
const bent = fc
  .tuple(wellMeant, wellMeant, fc.constantFrom('swap', 'add', 'nest', 'drop', 'list'), fc.anything())
  .map(([{ to, with: content }, other, how, thing]): { to: unknown; with: unknown } => {
    if (how === 'swap') return { to, with: other.with };
    if (how === 'add') return { to, with: { ...content, more: thing } };
    if (how === 'nest') return { to, with: { ...content, [Object.keys(content)[0] ?? 'x']: thing } };
    if (how === 'list') return { to, with: [content] };
    return { to, with: Object.fromEntries(Object.entries(content).slice(1)) };
  });

/** Anything that one context can send to another. */
export const message: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: wellMeant },
  { weight: 4, arbitrary: bent },
  { weight: 2, arbitrary: fc.record({ to: fc.oneof(name, fc.string()), with: fc.anything({ maxDepth: 3 }) }) },
  { weight: 1, arbitrary: fc.anything() },
);

const origin = fc.constantFrom(
  'https://news.test',
  'http://other.test',
  'null',
  'file://',
  OWN_ORIGIN,
  `${OWN_ORIGIN}.test`,
);
const odd: fc.Arbitrary<SenderLike> = fc.record(
  {
    id: fc.constantFrom(OWN_ID, OWN_ID, OWN_ID, 'another-extension'),
    origin,
    url: fc.constantFrom('https://news.test/', 'about:srcdoc', `${OWN_ORIGIN}/options.html`, ''),
    frameId: fc.constantFrom(0, 1, 5, -1),
    tab: fc.record({ id: fc.constantFrom(1, 2, -1), active: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** Frames of two tabs, our own pages, and what claims to be one or the other. */
export const sender: fc.Arbitrary<SenderLike> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(1, 2), fc.nat(3)).map(([tab, frame]) => frameOf(tab, frame)) },
  { weight: 2, arbitrary: fc.constant(OWN_PAGE) },
  { weight: 3, arbitrary: odd },
);
