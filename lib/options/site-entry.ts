import { hostFromInput } from '../model/sites';

export type SiteEntry = { host: string } | { problem: string };

/** The host that a reader means to add, or why it can't be added: one sentence and what to do instead. */
export function siteEntry(input: string, hosts: readonly string[]): SiteEntry {
  const written = input.trim();
  if (!written) return { problem: 'Write the site first, such as example.org.' };
  const host = hostFromInput(written);
  if (!host) {
    return {
      problem: `“${shortened(written)}” is not the name of a site. Write one such as example.org; everything below it is covered too.`,
    };
  }
  if (hosts.includes(host)) return { problem: `${host} is in the list already.` };
  const above = hosts.find((rule) => host.endsWith(`.${rule}`));
  if (above) return { problem: `${host} is covered already, by ${above}.` };
  return { host };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
