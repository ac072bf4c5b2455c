import { FEED_FORMATS, type FeedFormat } from './content';
import { type DetailTypes, REFUSALS, type RefusalCode } from './refused';

/** How a language writes what a refusal says of the case. */
export interface Spelling {
  number(value: number): string;
  bytes(value: number): string;
  /** @param iso `2026-11-28` */
  day(iso: string): string;
  form(format: FeedFormat): string;
  line(number: number): string;
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

/**
 * The sentence of a refusal.
 *
 * @param message the one of `feeds.refused`, with its placeholders
 * @param details as they were kept, perhaps by another version: what is missing is a dash, what is odd is shown as it is
 */
export function worded(
  message: string,
  code: RefusalCode,
  details: Readonly<Record<string, string | number>>,
  spelling: Spelling,
): string {
  const kinds: Readonly<Record<string, keyof DetailTypes>> = REFUSALS[code];
  return message.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(details, name) ? spelled(details[name]!, kinds[name], spelling) : '–',
  );
}

function spelled(value: string | number, kind: keyof DetailTypes | undefined, spelling: Spelling): string {
  if (typeof value === 'number') return kind === 'bytes' ? spelling.bytes(value) : spelling.number(value);
  if (kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value)) return spelling.day(value);
  if (kind === 'form' && isFormat(value)) return spelling.form(value);
  const line = kind === 'place' && /^line (\d+)$/.exec(value)?.[1];
  return line ? spelling.line(Number(line)) : value;
}

function isFormat(value: string): value is FeedFormat {
  return (FEED_FORMATS as readonly string[]).includes(value);
}
