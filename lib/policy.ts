import { browser } from './browser';
import { ENTITY_KINDS, type EntityKind } from './model/record';
import { isHost, type SiteRules } from './model/sites';

/** What an organisation may set: as a default, which the reader can change, or enforced, which they can't. */
export interface PolicyLayer {
  categories?: Partial<Record<EntityKind, boolean>>;
  sites?: SiteRules;
  /** Feeds to subscribe to; enforced ones can't be switched off or removed. */
  feeds?: { address: string; name?: string }[];
  updates?: { every?: 'never' | 'daily' | 'weekly'; installs?: boolean };
  /** Where core is updated from, and the keys to trust for it (raw Ed25519, Base64). */
  coreFeed?: { address: string; keys: string[] };
  /** Whether the first-run page is shown. */
  welcomePage?: boolean;
}

export interface Policy {
  defaults: PolicyLayer;
  enforced: PolicyLayer;
}

export const NO_POLICY: Policy = { defaults: {}, enforced: {} };

/** Reads the managed storage (`public/policy-schema.json`); without a policy, and in browsers that then refuse, none. */
export async function loadPolicy(): Promise<Policy> {
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch {
    return NO_POLICY; // Firefox rejects where no policy names the extension.
  }
}

/** Calls back when the policy changes while the browser runs. Returns how to stop. */
export function watchPolicy(onChange: () => void): () => void {
  const listener = (_: unknown, area: string) => {
    if (area === 'managed') onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Makes a policy of whatever stands in the file; what is not understood is left out. Pure. */
export function readPolicy(stored: unknown): Policy {
  const { defaults, enforced } = asObject(stored);
  return { defaults: layer(defaults), enforced: layer(enforced) };
}

/** The value that holds: enforced, else the default. */
export function policyValue<Name extends keyof PolicyLayer>(policy: Policy, name: Name): PolicyLayer[Name] {
  return policy.enforced[name] ?? policy.defaults[name];
}

function layer(stored: unknown): PolicyLayer {
  const { categories, sites, feeds, updates, coreFeed, welcomePage } = asObject(stored);
  return {
    ...part('categories', categoriesOf(categories)),
    ...part('sites', sitesOf(sites)),
    ...part('feeds', feedsOf(feeds)),
    ...part('updates', updatesOf(updates)),
    ...part('coreFeed', coreFeedOf(coreFeed)),
    ...part('welcomePage', typeof welcomePage === 'boolean' ? welcomePage : undefined),
  };
}

function part<Name extends keyof PolicyLayer>(name: Name, value: PolicyLayer[Name]): Pick<PolicyLayer, Name> {
  return (value === undefined ? {} : { [name]: value }) as Pick<PolicyLayer, Name>;
}

function categoriesOf(stored: unknown): PolicyLayer['categories'] {
  const given = asObject(stored);
  const known = ENTITY_KINDS.flatMap((kind) => (typeof given[kind] === 'boolean' ? [[kind, given[kind]]] : []));
  return known.length ? Object.fromEntries(known) : undefined;
}

function sitesOf(stored: unknown): SiteRules | undefined {
  const { mode, hosts } = asObject(stored);
  if (mode !== 'all' && mode !== 'all-but' && mode !== 'only') return undefined;
  return { mode, hosts: Array.isArray(hosts) ? [...new Set(hosts.filter(isHost))].sort() : [] };
}

function feedsOf(stored: unknown): PolicyLayer['feeds'] {
  if (!Array.isArray(stored)) return undefined;
  return stored.flatMap((one) => {
    const { address, name } = asObject(one);
    if (typeof address !== 'string') return [];
    return [{ address, ...(typeof name === 'string' && name ? { name } : {}) }];
  });
}

function updatesOf(stored: unknown): PolicyLayer['updates'] {
  const { every, installs } = asObject(stored);
  const known: PolicyLayer['updates'] = {
    ...(every === 'never' || every === 'daily' || every === 'weekly' ? { every } : {}),
    ...(typeof installs === 'boolean' ? { installs } : {}),
  };
  return Object.keys(known).length ? known : undefined;
}

function coreFeedOf(stored: unknown): PolicyLayer['coreFeed'] {
  const { address, keys } = asObject(stored);
  if (typeof address !== 'string' || !Array.isArray(keys)) return undefined;
  const known = keys.filter((key): key is string => typeof key === 'string');
  return address && known.length ? { address, keys: known } : undefined;
}

function asObject(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
