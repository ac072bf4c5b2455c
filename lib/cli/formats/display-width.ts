/** Signs that fill two columns of a terminal: East Asian scripts, full-width forms, emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
/** Signs that fill none: marks, format characters. */
const NO_WIDTH = /[\p{M}\p{Cf}]/u;
const PLAIN = /^[\x20-\x7e]*$/;

/** Columns that a terminal gives to a text without control characters; near enough to align by. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of text) width += NO_WIDTH.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
  return width;
}

/**
 * A text as one line that cannot steer a terminal: white space becomes a space, control characters and
 * marks that turn the direction of writing become a replacement character. Soft hyphens go, as terminals
 * disagree on their width.
 */
export function printable(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
