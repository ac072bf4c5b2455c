import type { Mention, Reason } from '../model/mention';
import { type EntityKind, kindOf } from '../model/record';
import type { Candidate } from './candidate';
import { fold } from './fold';
import type { Demand } from './index-format';
import { INTRODUCES_ANYBODY } from './introducing-words';
import { isShouted } from './letter-case';
import type { Claim, NameIndex } from './name-index';
import type { PageWords } from './page-words';
import { DEMANDS, DESCRIBED, LEAD, SURE, WEIGHTS } from './weights';

/** Entities that a sure mention on the page names, with the forms under which they stand there. */
export type SureForms = ReadonlyMap<number, ReadonlySet<string>>;

export interface Judged {
  mention: Mention;
  /** Position of the entity, -1 where several share the name. */
  entity: number;
}

interface Score {
  entity: number;
  claim: Claim;
  value: number;
  /** Value among namesakes: one whose main name it is stands before those that list it as an alias. */
  rank: number;
  reason: Reason;
}

/** Weighs what speaks for a name and its meanings, near it and on the page, by the table in `weights.ts`. */
export class Judge {
  readonly #index: NameIndex;
  readonly #words: PageWords;
  readonly #hostCountry: string | undefined;

  /** @param hostCountry country of the page's address. */
  constructor(index: NameIndex, words: PageWords, hostCountry: string | undefined) {
    this.#index = index;
    this.#words = words;
    this.#hostCountry = hostCountry;
  }

  /** A name of one entity that is distinctive as it stands needs nothing from the page. */
  settle(candidate: Candidate): Judged | undefined {
    const [claim, ...others] = candidate.claims;
    if (candidate.claims.some(({ subject }) => this.#index.meta.entities[subject]!.isGeneral)) return undefined;
    if (candidate.needsCyber && candidate.cyberNear <= 0) return undefined;
    if (claim && candidate.described) {
      return this.#described(candidate);
    }
    if (candidate.near.some((hit) => hit.signal.denies) || candidate.ofCountry) return undefined;
    if (!claim || others.length || (claim.class !== 'unique' && claim.class !== 'cased')) return undefined;
    const reason: Reason = { rule: claim.class === 'unique' ? 'distinctive' : 'written-case', evidence: [] };
    return { mention: this.mention(candidate, [claim.subject], SURE, reason), entity: claim.subject };
  }

  #described(candidate: Candidate): Judged {
    const reason: Reason = { rule: 'described', evidence: [] };
    const bodies = candidate.claims.map(({ subject }) => subject);
    const mention = this.mention(candidate, bodies, DESCRIBED, reason);
    return { mention: { ...mention, described: true }, entity: -1 };
  }

  /** A ministry, court or police on a page that has nothing to do with hacking. */
  #isOffSubject({ subject }: Claim, sure: SureForms): boolean {
    const { entities } = this.#index.meta;
    if (!entities[subject]!.isGeneral || !this.#words.isAboutOther) return false;
    for (const other of sure.keys()) if (entities[other]!.kind !== 'agency') return false;
    return true;
  }

  /** Whether the page spells the acronym out as something else. */
  meansOther(candidate: Candidate, { entities }: Mention): boolean {
    return candidate.claims.some(
      ({ subject }) =>
        entities.includes(this.#index.meta.entities[subject]!.id as Mention['entities'][number]) &&
        this.#words.otherwise.has(subject, candidate.written),
    );
  }

  /** Whether it is the end of another name that stands in quotation marks on the page. */
  isCutOut({ longer, claims }: Candidate): boolean {
    return (
      longer !== undefined &&
      claims.every(({ class: one }) => one !== 'unique') &&
      this.#words.longerNames.has(longer, longer)
    );
  }

  judge(candidate: Candidate, sure: SureForms): Judged | undefined {
    if (candidate.needsCyber && candidate.cyberNear <= 0) return undefined;
    if (candidate.described)
      return this.#isOffSubject(candidate.claims[0]!, sure) ? undefined : this.#described(candidate);
    const scores = this.#scores(candidate, sure);
    const best = scores[0];
    if (!best) return undefined;
    const rivals = scores.filter((score) => best.rank - score.rank < LEAD);
    if (rivals.length > 1) return this.#unresolved(candidate, rivals);
    const demand = demandOf(candidate, best.claim);
    if (best.value < DEMANDS[demand]) return undefined;
    const { class: nameClass } = best.claim;
    const certain = nameClass === 'unique' || nameClass === 'cased';
    const certainty = certain
      ? SURE
      : Math.min(0.95, 0.7 + 0.05 * (best.value - DEMANDS[demand]) + (scores.length > 1 ? 0 : 0.05));
    const others = scores.slice(1).map((score) => score.entity);
    return { mention: this.mention(candidate, [best.entity], certainty, best.reason, others), entity: best.entity };
  }

  /** One score per entity, best first; an entity claimed through several forms counts once. */
  #scores(candidate: Candidate, sure: SureForms): Score[] {
    const byEntity = new Map<number, Score>();
    for (const claim of candidate.claims) {
      if (this.#isDenied(candidate, claim) || this.#isOffSubject(claim, sure)) continue;
      const score = this.#score(candidate, claim, sure);
      const known = byEntity.get(claim.subject);
      if (!known || score.rank > known.rank) byEntity.set(claim.subject, score);
    }
    return [...byEntity.values()].sort((a, b) => b.rank - a.rank || a.entity - b.entity);
  }

  /** Another country's body of the same name, or an acronym among words that show that it is another. */
  #isDenied({ near, ofCountry, written }: Candidate, { subject }: Claim): boolean {
    const { kind, country } = this.#index.meta.entities[subject]!;
    if (kind !== 'agency') return false;
    const isAcronym = !written.includes(' ');
    if (isAcronym && near.some((hit) => hit.signal.denies?.includes(subject))) return true;
    return ofCountry !== undefined && country !== undefined && ofCountry !== country && !BLOCS.has(ofCountry);
  }

  #score(candidate: Candidate, claim: Claim, sure: SureForms): Score {
    const entity = this.#index.meta.entities[claim.subject]!;
    const pieces: { rule: Reason['rule']; weight: number; words: string[] }[] = [];
    const add = (rule: Reason['rule'], weight: number, ...words: string[]) => pieces.push({ rule, weight, words });

    // "Called the Royal Horse Guards", "the nitro group": who else is called so counts for nothing.
    const { introducedBy } = candidate;
    const isGroup =
      introducedBy !== undefined &&
      (candidate.cyberNear > 0 || sure.size > 0 || !INTRODUCES_ANYBODY.has(introducedBy.toLowerCase()));
    if (isGroup && entity.kind === 'actor') add('introduced', WEIGHTS.introduced, introducedBy);
    else if (candidate.listedWith && entity.kind === 'actor' && !candidate.isPartOfName)
      add('introduced', WEIGHTS.listed, candidate.listedWith);
    if (candidate.actsAsGroup && entity.kind === 'actor') add('vocabulary', WEIGHTS.actsAsGroup);
    // A form does not vouch for itself, wherever else on the page it stands.
    const forms = sure.get(claim.subject);
    const form = [...(forms ?? [])].sort().find((other) => other !== candidate.written);
    if (form) add('same-entity', WEIGHTS.sameEntity, form);
    else if (forms && !candidate.introducedBy && entity.kind === 'actor' && !candidate.isPartOfName)
      add('same-form', WEIGHTS.sameForm, candidate.written);
    const link = entity.links.find((other) => sure.has(other));
    if (link !== undefined) add('linked', WEIGHTS.linked, this.#index.meta.entities[link]!.name);
    if (entity.country) this.#scoreCountry(candidate, entity.country, entity.kind, add);
    const tell = candidate.near.find((hit) => hit.signal.tells?.includes(claim.subject));
    if (tell) add('country', WEIGHTS.tellNear, tell.signal.text);
    else if (this.#words.tells.count(claim.subject))
      add('country', WEIGHTS.tellOnPage, this.#words.tells.word(claim.subject)!);
    const year = candidate.near.find((hit) => hit.signal.year && entity.years?.includes(hit.signal.year));
    if (year) add('year', WEIGHTS.year, year.signal.text);
    const vocabulary = Math.min(WEIGHTS.vocabularyNearMost, candidate.cyberNear * WEIGHTS.vocabularyNear);
    if (vocabulary > 0) add('vocabulary', vocabulary);

    pieces.sort((a, b) => b.weight - a.weight);
    const value = pieces.reduce((sum, piece) => sum + piece.weight, 0);
    const telling = pieces.find((piece) => piece.words.length) ?? pieces[0];
    const needsNothing =
      claim.class === 'unique' ? 'distinctive' : claim.class === 'cased' ? 'written-case' : undefined;
    const rule = needsNothing ?? telling?.rule ?? 'vocabulary';
    return {
      entity: claim.subject,
      claim,
      value,
      rank: value + (entity.kind !== 'agency' && fold(entity.name) === fold(claim.written) ? WEIGHTS.ownName : 0),
      reason: { rule, evidence: [...new Set(pieces.flatMap((piece) => piece.words))] },
    };
  }

  #scoreCountry(
    candidate: Candidate,
    country: string,
    kind: EntityKind,
    add: (rule: Reason['rule'], weight: number, ...words: string[]) => void,
  ): void {
    const near = candidate.near.find((hit) => hit.signal.country === country);
    const onPage = this.#words.countries.count(country);
    if (near) add('country', WEIGHTS.countryNear, near.signal.text);
    // Bodies are a country's, groups are not: "the Kingdom of Saudi Arabia" is no group of that name.
    if (candidate.ofCountry === country && kind === 'agency') add('country', WEIGHTS.countryBeside);
    else if (candidate.listedCountry === country) add('country', WEIGHTS.listedCountry);
    // 0 to 2: how much of the page's talk of countries is about this one.
    if (onPage)
      add(
        'country',
        (WEIGHTS.countryOnPage * 2 * onPage) / this.#words.mostOfAnyCountry,
        this.#words.countries.word(country)!,
      );
    const isAcronym = /^[A-Z]{2,6}$/.test(candidate.written);
    // Only another country is spoken of, and nothing of the subject: this one's body is not likely meant.
    const isElsewhere =
      !onPage && !near && candidate.near.some((hit) => hit.signal.country && !BLOCS.has(hit.signal.country));
    if (
      isElsewhere &&
      isAcronym &&
      candidate.cyberNear < 2 &&
      candidate.spokenIn !== country &&
      this.#hostCountry !== country
    )
      add('country', WEIGHTS.elsewhere);
    if (candidate.spokenIn === country) add('country', WEIGHTS.countryOfLanguage);
    if (this.#hostCountry === country) add('country', WEIGHTS.countryOfHost);
  }

  #unresolved(candidate: Candidate, rivals: Score[]): Judged | undefined {
    const strongest = rivals[0]!;
    if (strongest.value < DEMANDS[demandOf(candidate, strongest.claim)]) return undefined;
    const kindOfRival = ({ entity }: Score) => this.#index.meta.entities[entity]!.kind;
    if (new Set(rivals.map(kindOfRival)).size > 1) return this.#campaignOfGroup(candidate, rivals);
    const entities = rivals.map((rival) => rival.entity).sort((a, b) => a - b);
    return {
      mention: this.mention(candidate, entities, 0.5, { rule: 'unresolved', evidence: strongest.reason.evidence }),
      entity: -1,
    };
  }

  /** A campaign and the group that is named after it: what the text tells is the campaign. */
  #campaignOfGroup(candidate: Candidate, rivals: Score[]): Judged | undefined {
    const campaigns = rivals.filter(({ entity }) => this.#index.meta.entities[entity]!.kind === 'incident');
    const [campaign] = campaigns;
    if (!campaign || campaigns.length > 1) return undefined;
    const { links } = this.#index.meta.entities[campaign.entity]!;
    const others = rivals.flatMap(({ entity }) => (entity === campaign.entity ? [] : [entity]));
    const isSameStory = rivals.every(({ rank, value }) => rank > value);
    if (!isSameStory && !others.every((other) => links.includes(other))) return undefined;
    return {
      mention: this.mention(candidate, [campaign.entity], 0.8, campaign.reason, others),
      entity: campaign.entity,
    };
  }

  mention(
    candidate: Pick<Candidate, 'start' | 'end'>,
    entities: number[],
    certainty: number,
    reason: Reason,
    others: number[] = [],
  ): Mention {
    const idOf = (entity: number) => this.#index.meta.entities[entity]!.id as Mention['entities'][number];
    const ids = entities.map(idOf);
    const rounded = Math.round(certainty * 100) / 100;
    const mention: Mention = {
      start: candidate.start,
      end: candidate.end,
      kind: kindOf(ids[0]!),
      entities: ids,
      certainty: rounded,
      reason,
    };
    return others.length ? { ...mention, others: others.map(idOf) } : mention;
  }
}

/** "The EU’s NCSC" is a member’s. */
const BLOCS = new Set(['EU', 'NATO', 'UN']);

/** A code name in its capitals ("NOBELIUM") is rarely anything else, however ordinary the word is. */
function demandOf(candidate: Candidate, claim: Claim): Demand {
  const isCodeName = isShouted(claim.written) && candidate.written === claim.written;
  return isCodeName && claim.demand > 1 ? 1 : claim.demand;
}
