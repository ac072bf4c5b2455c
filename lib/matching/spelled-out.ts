import type { Candidate } from './candidate';

/**
 * Acronyms that a text itself spells out as something else: "North Carolina Symphony Chorale (NCSC)", "a certified
 * internal auditor, or CIA". The words are told by their initials (Schwartz and Hearst, "A simple algorithm for
 * identifying abbreviation definitions in biomedical text", 2003, in its plainest form); they are this body's own
 * where one of its names stands there.
 */
export function spelledOutOtherwise(
  text: string,
  candidates: readonly Candidate[],
): { written: string; subject: number }[] {
  const found: { written: string; subject: number }[] = [];
  for (const candidate of candidates) {
    if (!ACRONYM.test(candidate.written)) continue;
    const words = wordsBefore(text, candidate) ?? wordsAfter(text, candidate);
    if (!words) continue;
    for (const { subject } of candidate.claims) {
      const isOwn = candidates.some(
        (other) =>
          other !== candidate &&
          other.start < words.end &&
          words.start < other.end &&
          other.claims.some((claim) => claim.subject === subject),
      );
      if (!isOwn) found.push({ written: candidate.written, subject });
    }
  }
  return found;
}

const ACRONYM = /^\p{Lu}{3,6}$/u;
const REACH = 90;
/** Words that initials skip. */
const SMALL = /^(?:a|an|and|at|by|de|der|des|du|et|for|in|la|le|of|on|or|the|to|und|für|del|y)$/i;

interface Span {
  start: number;
  end: number;
}

/** "Financial Stability Board (FSB", "Symphony Chorale, NCSC", "Institute of America, the other CIA". */
function wordsBefore(text: string, { start, written }: Candidate): Span | undefined {
  const before = text.slice(Math.max(0, start - REACH), start);
  const joint = /\s?[(（]["“]?$|,\s(?:or\s|the other\s)?$/.exec(before);
  if (!joint) return undefined;
  const words = [...before.slice(0, joint.index).matchAll(/[\p{L}\p{N}'’]+/gu)];
  let initials = '';
  for (let i = words.length - 1; i >= 0; i--) {
    const [word] = words[i]!;
    // Nothing but spaces and dashes joins the words of one name.
    const next = words[i + 1];
    if (next && !/^[\s&-]+$/.test(before.slice(words[i]!.index + word.length, next.index))) return undefined;
    if (SMALL.test(word)) continue;
    initials = word[0]!.toUpperCase() + initials;
    if (!written.endsWith(initials)) return undefined;
    if (initials === written) {
      const offset = start - before.length;
      return { start: offset + words[i]!.index, end: offset + joint.index };
    }
  }
  return undefined;
}

/** "FSB (Financial Stability Board)". */
function wordsAfter(text: string, { end, written }: Candidate): Span | undefined {
  const inside = /^\s?[(（]([^()（）]{4,80})[)）]/.exec(text.slice(end, end + REACH));
  if (!inside) return undefined;
  const words = inside[1]!.match(/[\p{L}\p{N}'’]+/gu)?.filter((word) => !SMALL.test(word)) ?? [];
  if (words.map((word) => word[0]!.toUpperCase()).join('') !== written) return undefined;
  return { start: end + inside[0].indexOf(inside[1]!), end: end + inside[0].length - 1 };
}
