/** Part of an id behind the colon: ASCII letters and digits, words joined by one dash; `''` where there are none. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
