import { browser } from './browser';
import { changesBetween, layered } from './layers';
import { ENTITY_KINDS, type EntityId, type EntityKind, isEntityId } from './model/record';
import { isHost, type SiteRules } from './model/sites';
import { type CategoryStyle, DEFAULT_STYLE, type HighlightStyle } from './page/highlight-style';
import { loadPolicy, type Policy, type PolicyLayer } from './policy';

/** Everything a reader can set. Kept as one value in `storage.local`; never synchronised, never sent. */
export interface Settings {
  version: 1;
  categories: Record<EntityKind, boolean>;
  style: HighlightStyle;
  uncertain: 'faint' | 'hidden';
  /** Whether bodies that are described and not named ("China's spy agency") are marked too. */
  described: boolean;
  /** Whether each mention is marked, or in each section of a page only the first of an entity. */
  mentions: 'every' | 'first';
  /** Entities that the reader does not want marked. */
  muted: EntityId[];
  /** Rest of the pointer before the card opens, and grace before it closes; ms. */
  openDelay: number;
  closeGrace: number;
  badge: boolean;
  sites: SiteRules;
}

export const DEFAULTS: Settings = {
  version: 1,
  categories: { actor: true, agency: true, incident: true },
  style: DEFAULT_STYLE,
  uncertain: 'faint',
  described: false,
  mentions: 'every',
  muted: [],
  openDelay: 350,
  closeGrace: 300,
  badge: true,
  sites: { mode: 'all-but', hosts: [] },
};

export const OPEN_DELAY = { min: 150, max: 1000 } as const;
export const CLOSE_GRACE = { min: 100, max: 1000 } as const;
/** More would slow every page down, and no reader gets there by hand. */
const MOST_MUTED = 5000;
const KEY = 'settings';
const LINES = ['solid', 'dotted', 'dashed', 'double', 'wavy'] as const;

/** Reads the settings; whatever is missing, damaged or from another version takes its default. */
export async function loadSettings(): Promise<Settings> {
  const [stored, policy] = await Promise.all([storedSettings(), loadPolicy()]);
  return withPolicy(policy, stored);
}

/** What the reader has decided, and nothing else: what they left alone follows the defaults, ours or the organisation's. */
export async function storedSettings(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

/** Our defaults, then the organisation's, then what the reader decided, then what the organisation holds. Pure. */
export function withPolicy({ defaults, enforced }: Policy, stored: unknown): Settings {
  return migrate(layered(settable(defaults), stored, settable(enforced)));
}

function settable({ categories, sites }: PolicyLayer): object {
  return { ...(categories ? { categories } : {}), ...(sites ? { sites } : {}) };
}

/**
 * Changes some settings and keeps the rest.
 *
 * @throws the browser's error where storage is full or gone; nothing is changed then.
 */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const [stored, policy] = await Promise.all([storedSettings(), loadPolicy()]);
  const before = withPolicy(policy, stored);
  const decided = changesBetween({ ...before }, { ...migrate(change(before)) });
  const changed = layered(stored, { version: 1 }, decided);
  await browser.storage.local.set({ [KEY]: changed });
  return withPolicy(policy, changed);
}

/** Puts a reader's decisions of another time or browser in the place of those here. @throws as `changeSettings` */
export async function replaceSettings(decided: object): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...decided, version: 1 } });
}

/** Stops, or starts again, marking an entity's names. */
export function setMuted(id: EntityId, isMuted: boolean): Promise<Settings> {
  return changeSettings((settings) => {
    const others = settings.muted.filter((other) => other !== id);
    return { ...settings, muted: isMuted ? [...others, id] : others };
  });
}

/** Calls back on every change, in whatever window it was made. Returns how to stop. */
export function watchSettings(onChange: (settings: Settings, before: Settings | undefined) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) {
      const { newValue, oldValue } = changes[KEY];
      void loadPolicy().then((policy) => onChange(withPolicy(policy, newValue), withPolicy(policy, oldValue)));
    }
    if (area === 'managed') void loadSettings().then((settings) => onChange(settings, undefined));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Makes valid settings of anything. Pure; exported for tests. */
export function migrate(stored: unknown): Settings {
  const given = asObject(stored);
  const style = asObject(given.style);
  const sites = asObject(given.sites);
  return {
    version: 1,
    categories: perKind((kind) => bool(asObject(given.categories)[kind], DEFAULTS.categories[kind])),
    style: {
      categories: perKind((kind) => categoryStyle(asObject(style.categories)[kind], DEFAULTS.style.categories[kind])),
      tint: bool(style.tint, DEFAULTS.style.tint),
    },
    uncertain: oneOf(given.uncertain, ['faint', 'hidden'], DEFAULTS.uncertain),
    described: typeof given.described === 'boolean' ? given.described : DEFAULTS.described,
    mentions: oneOf(given.mentions, ['every', 'first'], DEFAULTS.mentions),
    muted: Array.isArray(given.muted) ? [...new Set(given.muted.filter(isEntityId))].slice(0, MOST_MUTED).sort() : [],
    openDelay: within(given.openDelay, OPEN_DELAY, DEFAULTS.openDelay),
    closeGrace: within(given.closeGrace, CLOSE_GRACE, DEFAULTS.closeGrace),
    badge: bool(given.badge, DEFAULTS.badge),
    sites: {
      mode: oneOf(sites.mode, ['all', 'all-but', 'only'], DEFAULTS.sites.mode),
      hosts: Array.isArray(sites.hosts) ? [...new Set(sites.hosts.filter(isHost))].sort() : [],
    },
  };
}

function perKind<T>(make: (kind: EntityKind) => T): Record<EntityKind, T> {
  return Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, make(kind)])) as Record<EntityKind, T>;
}

function categoryStyle(value: unknown, fallback: CategoryStyle): CategoryStyle {
  const given = asObject(value);
  return {
    light: color(given.light, fallback.light),
    dark: color(given.dark, fallback.dark),
    line: oneOf(given.line, LINES, fallback.line),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function bool(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function color(value: unknown, fallback: string): string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : fallback;
}

function within(value: unknown, { min, max }: { min: number; max: number }, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(max, Math.max(min, Math.round(value)))
    : fallback;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback;
}
