import type { FlowRange } from './text-document';

/** A line break, perhaps blanks, a line break: also CR LF, as a carriage return is a blank here. */
const BLANK_LINE = /\n[^\S\n]*\n\s*/g;

/**
 * Cuts a text at its blank lines. A single line break does not cut: in wrapped text it may stand inside
 * a name. Flows of nothing but white space are left out.
 */
export function plainTextFlows(text: string): FlowRange[] {
  const flows: FlowRange[] = [];
  let start = 0;
  const add = (end: number) => {
    if (/\S/.test(text.slice(start, end))) flows.push({ start, end });
  };
  for (const gap of text.matchAll(BLANK_LINE)) {
    add(gap.index);
    start = gap.index + gap[0].length;
  }
  add(text.length);
  return flows;
}
