/** Where names are underlined. A host stands for itself and everything below it. */
export interface SiteRules {
  mode: 'all' | 'all-but' | 'only';
  hosts: string[];
}

export function isHost(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 253 &&
    /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?$|^\[[0-9a-f:]+\]$/iu.test(value)
  );
}

/** Whether the rules let the extension read pages of this host. Local files have the host `''`. */
export function isOnFor(rules: SiteRules, host: string): boolean {
  if (rules.mode === 'all') return true;
  const listed = rules.hosts.some((rule) => covers(rule, host));
  return rules.mode === 'only' ? listed : !listed;
}

/** The host that site rules speak of, of an address; `''` where the browser keeps extensions out, or there is none. */
export function readableHost(address: string | undefined): string {
  if (!address || !/^https?:/.test(address)) return '';
  const { hostname } = new URL(address);
  return isHost(hostname) ? hostname : '';
}

/** The rules after the reader has switched a site on or off; other sites keep what they had. */
export function switchSite(rules: SiteRules, host: string, on: boolean): SiteRules {
  if (isOnFor(rules, host) === on || !host) return rules;
  // A list left from another mode says nothing while all sites are on, and must not come back to life.
  if (rules.mode === 'all') return { mode: 'all-but', hosts: [host] };
  const { mode } = rules;
  const listsIt = mode === 'only' ? on : !on;
  const hosts = listsIt ? [...rules.hosts, host] : rules.hosts.filter((rule) => !covers(rule, host));
  return { mode, hosts: [...new Set(hosts)].sort() };
}

/** The host of what a reader types or pastes: an address, a host, a path below one. */
export function hostFromInput(input: string): string | undefined {
  const text = input.trim().toLowerCase();
  if (!text || /\s/.test(text)) return undefined;
  try {
    const { hostname } = new URL(/^[a-z][a-z+.-]*:\/\//.test(text) ? text : `https://${text}`);
    return isHost(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

function covers(rule: string, host: string): boolean {
  return host === rule || host.endsWith(`.${rule}`);
}
