import type { Reference } from './reference';

/** Plain references, one a line: publisher, title, date, address. */
export function citations(references: readonly Reference[]): string {
  return references.map((reference) => `${citation(reference)}\n`).join('');
}

/** "Home Office, “Title”, 2024-03-25, https://… (read 2026-11-22)." Dates at their own precision. */
export function citation({ publisher, title, published, version, url, read, archivedUrl }: Reference): string {
  const parts = [publisher, `“${title}”`, version && `version ${version}`, published, url].filter(Boolean).join(', ');
  const seen = [read && `read ${read}`, archivedUrl && `archived at ${archivedUrl}`].filter(Boolean).join('; ');
  return `${parts}${seen ? ` (${seen})` : ''}.`;
}
