/** Without case, accents and whatever stands between words: "APT-31", "apt 31" and "apt31" are alike. */
export function joined(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

export function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}

export interface NameToken {
  /** Folded, as `joined` does it. */
  text: string;
  /** Where it stands in the name as written, UTF-16 units, the end exclusive. */
  start: number;
  end: number;
}

/** The words and numbers of a name, folded, each with its place; "APT31" is two, as "APT 31" is. */
export function tokensOf(name: string): NameToken[] {
  const tokens: NameToken[] = [];
  for (const { 0: written, index } of name.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu)) {
    const text = joined(written);
    if (text) tokens.push({ text, start: index, end: index + written.length });
  }
  return tokens;
}
