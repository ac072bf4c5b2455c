import { standsInAddress } from '../../../lib/matching/address';
import { classOf, DASH, fold, IDEOGRAPH, IGNORABLE, isWordUnit, PUNCTUATION, SPACE } from '../../../lib/matching/fold';
import type { Occurrence } from '../../../lib/matching/scan';

/**
 * What `scan` has to find, the slow and plain way: every substring against every name. Leftmost first,
 * the longest at each place; a place whose longest name stands in an address holds none.
 */
export function referenceScan(text: string, names: readonly string[]): Occurrence[] {
  const byFold = new Map(names.map((name, i) => [fold(name), i]));
  const found: Occurrence[] = [];
  for (let start = 0; start < text.length; start++) {
    const longest = longestAt(text, start, byFold);
    if (!longest || standsInAddress(text, longest.start, longest.end)) continue;
    found.push(longest);
    start = longest.end - 1;
  }
  return found;
}

function longestAt(text: string, start: number, byFold: ReadonlyMap<string, number>): Occurrence | undefined {
  const first = classOf(text.charCodeAt(start));
  if (first <= PUNCTUATION || !mayBegin(text, start)) return undefined;
  for (let end = text.length; end > start; end--) {
    const slice = text.slice(start, end);
    const name = byFold.get(fold(slice));
    if (name !== undefined && mayEnd(text, end) && !/[\s\u00ad-]$/.test(slice) && gapsAreFine(slice))
      return { start, end, name };
  }
  return undefined;
}

function visible(text: string, from: number, by: 1 | -1): number {
  let at = from;
  while (at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === IGNORABLE) at += by;
  return at;
}

function mayBegin(text: string, start: number): boolean {
  const before = visible(text, start - 1, -1);
  return (
    before < 0 ||
    classOf(text.charCodeAt(start)) === IDEOGRAPH ||
    !(isWordUnit(text.charCodeAt(before)) || text[before] === '_')
  );
}

function mayEnd(text: string, end: number): boolean {
  const last = classOf(text.charCodeAt(visible(text, end - 1, -1)));
  const after = visible(text, end, 1);
  return (
    last === IDEOGRAPH ||
    last === PUNCTUATION ||
    after >= text.length ||
    !(isWordUnit(text.charCodeAt(after)) || text[after] === '_')
  );
}

function gapsAreFine(slice: string): boolean {
  const kinds = [...slice]
    .map((char) => [char, classOf(char.charCodeAt(0))] as const)
    .filter(([, kind]) => kind !== IGNORABLE);
  const gaps = kinds
    .map(([char, kind]) => (kind === SPACE ? char : kind === DASH ? '-' : '|'))
    .join('')
    .split('|');
  return gaps.every((gap) => gap === '-' || (/^\s*$/.test(gap) && gap.replace(/\n[^\n]*/g, '\n').length <= 4));
}
