import { i18n } from '#i18n';
import { hostFromInput } from '../model/sites';

export type SiteEntry = { host: string } | { problem: string };

/** The host that a reader means to add, or why it can't be added: one sentence and what to do instead. */
export function siteEntry(input: string, hosts: readonly string[]): SiteEntry {
  const written = input.trim();
  if (!written) return { problem: i18n.t('options.sites.writeFirst') };
  const host = hostFromInput(written);
  if (!host) {
    return { problem: i18n.t('options.sites.notASite', { written: shortened(written) }) };
  }
  if (hosts.includes(host)) return { problem: i18n.t('options.sites.inList', { host }) };
  const above = hosts.find((rule) => host.endsWith(`.${rule}`));
  if (above) return { problem: i18n.t('options.sites.covered', { host, above }) };
  return { host };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
