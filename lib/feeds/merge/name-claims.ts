import { isSpokenOf, withoutHeadNoun } from '../../dataset/compile-names';
import type { ClassOverride } from '../../dataset/overrides';
import { fold } from '../../matching/fold';
import { each } from '../../matching/in-steps';
import type { Steps } from '../../matching/steps';
import { WideMap } from '../../matching/wide-map';
import { isFromFeed } from '../../model/feed-source';
import type { Provenance } from '../../model/primitives';
import { type Entity, type EntityKind, kindOf } from '../../model/record';

/** More feeds' entities than this under one name tell a reader nothing. */
const MOST_CLAIMANTS = 12;

interface Claim {
  /** Folded. */
  spelling: string;
  entity: string;
  written: string;
  isCore: boolean;
  isMainName: boolean;
}

/**
 * Settles who may be marked by a name that a feed claims too. A reader's own list takes the name alone; the
 * main name of a record of core is that record's alone, and what core calls an agency is no feed's actor; of
 * other names, each claimant stays ("shared"). A word by which the matcher knows the subject (a country,
 * "ransomware") is nobody's name.
 *
 * @param ownNames folded name → entity, from the reader's own lists
 */
export function* settleNames(
  entities: readonly Entity[],
  coreIds: ReadonlySet<string>,
  ownNames: WideMap<string>,
): Steps<ClassOverride[]> {
  const contested = yield* contestedNames(entities, coreIds, ownNames);
  const overrides: ClassOverride[] = [];
  const withdraw = ({ written, entity }: Claim, reason: string) =>
    overrides.push({ text: written, entity, class: 'never', reason });
  yield* each(contested.entries(), ([spelling, claims]) => {
    const owner = ownNames.get(spelling);
    if (owner !== undefined) {
      for (const claim of claims)
        if (claim.entity !== owner) withdraw(claim, 'the reader’s own list gives it to another');
      return;
    }
    // Nearly every name of a large feed is claimed once, and settled.
    if (claims.length < 2) return;
    const rivals = new Set(claims.map(({ entity }) => entity));
    if (rivals.size > 1 && claims.some(({ isCore, isMainName }) => isCore && isMainName)) {
      for (const claim of claims) if (!claim.isCore) withdraw(claim, 'it is the name of a record of core');
    } else if (rivals.size > 1 && claims.some(({ isCore }) => isCore)) {
      const kinds = new Set(claims.filter(({ isCore }) => isCore).map(kindOfClaim));
      for (const claim of claims)
        if (!claim.isCore && !kinds.has(kindOfClaim(claim))) withdraw(claim, 'core gives it to another kind of thing');
    } else if (rivals.size > MOST_CLAIMANTS) {
      for (const claim of claims) if (!claim.isCore) withdraw(claim, 'too many feeds’ entities share it');
    }
  });
  yield* each(contested.entries(), ([spelling, claims]) => {
    if (!isSpokenOf(spelling) || ownNames.has(spelling)) return;
    for (const claim of claims) if (!claim.isCore) withdraw(claim, 'a word of the subject');
  });
  return overrides;
}

function kindOfClaim({ entity }: Claim): EntityKind {
  return kindOf(entity as Entity['id']);
}

/** Claims by spelling, of the spellings that some feed, or the reader, claims; `[]` where nobody bears it after all. */
function* contestedNames(
  entities: readonly Entity[],
  coreIds: ReadonlySet<string>,
  ownNames: WideMap<string>,
): Steps<WideMap<Claim[]>> {
  const contested = new WideMap<Claim[]>();
  yield* each(ownNames.keys(), (spelling) => contested.set(spelling, []));
  const claims: Claim[] = [];
  yield* each(entities, (entity) => {
    const isCore = coreIds.has(entity.id);
    const names = [{ text: entity.name, prov: entity.prov }, ...entity.aliases].flatMap(withBareName);
    for (const [place, { text, prov }] of names.entries()) {
      const isOfCore = isCore && (place === 0 || !isFromFeed({ prov }));
      const spelling = fold(text);
      claims.push({ spelling, entity: entity.id, written: text, isCore: isOfCore, isMainName: place === 0 });
      if (!isOfCore && !contested.has(spelling)) contested.set(spelling, []);
    }
  });
  yield* each(claims, (claim) => contested.get(claim.spelling)?.push(claim));
  return contested;
}

/** The compiler adds "Radiant" to "Radiant Group": as a claim, it is one more. */
function withBareName(name: { text: string; prov?: readonly Provenance[] }): (typeof name)[] {
  const bare = withoutHeadNoun(name.text);
  return bare ? [name, { ...name, text: bare }] : [name];
}
