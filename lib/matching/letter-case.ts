import { foldKeepingCase } from './fold';
import type { Claim, NameIndex } from './name-index';

/**
 * Names that are distinctive in any case fit always; the others only as their record writes them. Liberties where
 * case is the writer's and not the name's: a line or a house style that is all capitals (FANCY BEAR), and a name
 * that the record shouts (ZIRCONIUM) written like any other (Zirconium).
 */
export function caseFits(claim: Claim, written: string): boolean {
  if (claim.class === 'unique') return true;
  const exact = foldKeepingCase(claim.written);
  if (written === exact) return true;
  if (claim.class === 'cased') return exact.includes(' ') && phraseFits(exact, written);
  if (exact.length < 4) return false;
  return written === exact.toUpperCase() || (isShouted(exact) && written === exact[0] + exact.slice(1).toLowerCase());
}

/** Word by word: as on record, in capitals, or capitalised where the record has capitals throughout. */
function phraseFits(exact: string, written: string): boolean {
  const words = written.split(' ');
  const known = exact.split(' ');
  if (words.length !== known.length) return false;
  return known.every((word, i) => {
    const found = words[i]!;
    if (found === word || found === word.toUpperCase() || found === word[0]!.toUpperCase() + word.slice(1)) return true;
    if (i > 0 && HEAD_NOUNS.has(found)) return found === word.toLowerCase();
    return word === word.toUpperCase() && found === word[0] + word.slice(1).toLowerCase();
  });
}

/** "fancy bear" of a text that elsewhere has the group under a sure name. */
export function isGroupInSmallLetters(claim: Claim, written: string, { meta }: NameIndex): boolean {
  if (claim.isSignal || claim.class !== 'cased' || !claim.written.includes(' ')) return false;
  return meta.entities[claim.subject]!.kind === 'actor' && written === foldKeepingCase(claim.written).toLowerCase();
}

/** The last word of "Cobalt Group" is often written small. */
const HEAD_NOUNS = new Set(['group', 'team', 'gang', 'hackers', 'crew', 'collective', 'ransomware', 'army', 'hunters']);

/** Whether a name is written in capitals throughout, longer than an acronym: vendors' code names are. */
export function isShouted(name: string): boolean {
  return name.length >= 5 && /^\p{Lu}+$/u.test(name);
}
