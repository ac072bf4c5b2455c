import type { Mention, Reason } from '../model/mention';
import { kindOf } from '../model/record';
import { type Candidate, collectEvidence, type FlowEvidence, isShouted } from './candidates';
import { countryOfHost } from './countries';
import { fold } from './fold';
import type { Demand } from './index-format';
import type { Claim, NameIndex } from './name-index';
import { Tally } from './tally';
import { DEMANDS, DESCRIBED, LEAD, SURE, VOUCHES_FROM, WEIGHTS } from './weights';

/** Mentions of one flow, offsets within that flow's text. */
export interface FlowMentions {
  flow: number;
  mentions: Mention[];
}

/** Evidence that counts for the whole page, wherever on it a name stands. */
interface PageEvidence {
  /** Mentions of the country that is spoken of most. */
  mostOfAnyCountry: number;
  /** Entities that a sure mention names, with the forms under which they stand on the page. */
  sure: ReadonlyMap<number, ReadonlySet<string>>;
}

interface Judged {
  mention: Mention;
  /** Position of the entity, -1 where several share the name. */
  entity: number;
}

/** One flow: what its names settle by themselves, and what the page has to decide. */
interface FlowState {
  evidence: FlowEvidence;
  settled: Map<Candidate, Judged>;
  open: Candidate[];
}

interface Score {
  entity: number;
  claim: Claim;
  value: number;
  /** Value among namesakes: one whose main name it is stands before those that list it as an alias. */
  rank: number;
  reason: Reason;
}

/**
 * The mentions of one page. Flows come and go as the page changes; evidence adds up over all of them, so
 * an answer given early may be mended later. Keeps no text. The result depends on the set of flows, not
 * on the order or the portions in which they came.
 */
export class DocumentMatcher {
  readonly #index: NameIndex;
  readonly #hostCountry: string | undefined;
  readonly #flows = new Map<number, FlowState>();
  /** Flows put since the last answer. */
  readonly #fresh = new Set<number>();
  readonly #reported = new Map<number, string>();
  readonly #countries = new Tally<string>();
  readonly #tells = new Tally<number>();
  readonly #settledForms = new Tally<number>();
  /** Acronyms that the page spells out as something else: entity → acronyms. */
  readonly #otherwise = new Tally<number>();

  constructor(index: NameIndex, options: { host?: string } = {}) {
    this.#index = index;
    this.#hostCountry = options.host ? countryOfHost(options.host) : undefined;
  }

  put(flow: number, text: string): void {
    this.#forget(flow);
    const evidence = collectEvidence(text, this.#index);
    // A flow that is sent again is answered again, be it that nothing is left in it.
    const wasAnswered = this.#reported.has(flow);
    if (wasAnswered) this.#reported.set(flow, '');
    if (!wasAnswered && !evidence.candidates.length && !evidence.signals.length) return;
    const state: FlowState = { evidence, settled: new Map(), open: [] };
    for (const candidate of evidence.candidates) {
      const judged = this.#settle(candidate);
      if (judged) state.settled.set(candidate, judged);
      else state.open.push(candidate);
    }
    this.#flows.set(flow, state);
    this.#fresh.add(flow);
    this.#count(state, 1);
  }

  drop(flow: number): void {
    this.#forget(flow);
    this.#reported.delete(flow);
  }

  /** Mentions of every flow, in the order of flow numbers. */
  mentions(): FlowMentions[] {
    const page = this.#gather();
    const flows = [...this.#flows.keys()].sort((a, b) => a - b);
    return flows.map((flow) => ({ flow, mentions: this.#decide(this.#flows.get(flow)!, page) }));
  }

  /**
   * Like `mentions`, but only the flows whose answer differs from the one given before. Flows whose names
   * settle themselves are asked once; a page's evidence can't change them.
   */
  changes(): FlowMentions[] {
    const page = this.#gather();
    const changed: FlowMentions[] = [];
    for (const flow of [...this.#flows.keys()].sort((a, b) => a - b)) {
      const state = this.#flows.get(flow)!;
      if (!state.open.length && !this.#fresh.has(flow)) continue;
      const mentions = this.#decide(state, page);
      const answer = JSON.stringify(mentions);
      if ((this.#reported.get(flow) ?? '[]') === answer) continue;
      this.#reported.set(flow, answer);
      changed.push({ flow, mentions });
    }
    this.#fresh.clear();
    return changed;
  }

  #forget(flow: number): void {
    const state = this.#flows.get(flow);
    if (state) this.#count(state, -1);
    this.#flows.delete(flow);
    this.#fresh.delete(flow);
  }

  #count({ evidence, settled }: FlowState, by: 1 | -1): void {
    for (const { signal } of evidence.signals) {
      if (signal.country) this.#countries.add(signal.country, signal.text, by);
      for (const entity of signal.tells ?? []) this.#tells.add(entity, signal.text, by);
    }
    for (const { written, subject } of evidence.otherwise) this.#otherwise.add(subject, written, by);
    // What one passage spells out holds for the page: every answer is in question.
    if (evidence.otherwise.length) for (const flow of this.#flows.keys()) this.#fresh.add(flow);
    for (const [candidate, { entity }] of settled)
      if (entity >= 0) this.#settledForms.add(entity, candidate.written, by);
  }

  /** A name of one entity that is distinctive as it stands needs nothing from the page. */
  #settle(candidate: Candidate): Judged | undefined {
    const [claim, ...others] = candidate.claims;
    if (claim && candidate.described) {
      const reason: Reason = { rule: 'described', evidence: [] };
      return {
        mention: { ...this.#mention(candidate, [claim.subject], DESCRIBED, reason), described: true },
        entity: -1,
      };
    }
    if (candidate.near.some((hit) => hit.signal.denies) || candidate.ofCountry) return undefined;
    if (!claim || others.length || (claim.class !== 'unique' && claim.class !== 'cased')) return undefined;
    const reason: Reason = { rule: claim.class === 'unique' ? 'distinctive' : 'written-case', evidence: [] };
    return { mention: this.#mention(candidate, [claim.subject], SURE, reason), entity: claim.subject };
  }

  #gather(): PageEvidence {
    const sure = new Map([...this.#settledForms.entries()].map(([entity, forms]) => [entity, new Set(forms)]));
    const page: PageEvidence = { mostOfAnyCountry: this.#countries.highest(), sure };
    // Sure mentions vouch for others, which may vouch in turn. Each round judges everything by what the
    // round before knew, so that the order of flows changes nothing; the set only grows, so this ends.
    for (;;) {
      const vouching = this.#vouching(page);
      if (size(vouching) === size(page.sure)) return page;
      page.sure = vouching;
    }
  }

  #vouching(page: PageEvidence): Map<number, Set<string>> {
    const vouching = new Map([...page.sure].map(([entity, forms]) => [entity, new Set(forms)]));
    for (const { open } of this.#flows.values()) {
      for (const candidate of open) {
        const judged = this.#judge(candidate, page);
        if (!judged || judged.mention.entities.length > 1 || judged.mention.certainty < VOUCHES_FROM) continue;
        vouching.set(judged.entity, (vouching.get(judged.entity) ?? new Set()).add(candidate.written));
      }
    }
    return vouching;
  }

  /** A name stands before a description; of a victim's name and the incident told by it, the longer stands. */
  #decide({ evidence, settled }: FlowState, page: PageEvidence): Mention[] {
    const mentions: Mention[] = [];
    for (const candidate of evidence.candidates) {
      const { mention } = settled.get(candidate) ?? this.#judge(candidate, page) ?? {};
      const last = mentions.at(-1);
      if (!mention || this.#meansOther(candidate, mention)) continue;
      if (!last || mention.start >= last.end) mentions.push(mention);
      else if (mention.described !== last.described) mentions[mentions.length - 1] = mention.described ? last : mention;
      else if (mention.end - mention.start > last.end - last.start) mentions[mentions.length - 1] = mention;
    }
    return mentions;
  }

  /** Whether the page spells the acronym out as something else. */
  #meansOther(candidate: Candidate, { entities }: Mention): boolean {
    return candidate.claims.some(
      ({ subject }) =>
        entities.includes(this.#index.meta.entities[subject]!.id as Mention['entities'][number]) &&
        this.#otherwise.has(subject, candidate.written),
    );
  }

  #judge(candidate: Candidate, page: PageEvidence): Judged | undefined {
    if (candidate.needsCyber && candidate.cyberNear <= 0) return undefined;
    const scores = this.#scores(candidate, page);
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
    return { mention: this.#mention(candidate, [best.entity], certainty, best.reason, others), entity: best.entity };
  }

  /** One score per entity, best first; an entity claimed through several forms counts once. */
  #scores(candidate: Candidate, page: PageEvidence): Score[] {
    const byEntity = new Map<number, Score>();
    for (const claim of candidate.claims) {
      if (this.#isDenied(candidate, claim)) continue;
      const score = this.#score(candidate, claim, page);
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

  #score(candidate: Candidate, claim: Claim, page: PageEvidence): Score {
    const entity = this.#index.meta.entities[claim.subject]!;
    const pieces: { rule: Reason['rule']; weight: number; words: string[] }[] = [];
    const add = (rule: Reason['rule'], weight: number, ...words: string[]) => pieces.push({ rule, weight, words });

    if (candidate.introducedBy && entity.kind === 'actor')
      add('introduced', WEIGHTS.introduced, candidate.introducedBy);
    if (candidate.actsAsGroup && entity.kind === 'actor') add('vocabulary', WEIGHTS.actsAsGroup);
    // A form does not vouch for itself, wherever else on the page it stands.
    const forms = page.sure.get(claim.subject);
    const form = [...(forms ?? [])].sort().find((other) => other !== candidate.written);
    if (form) add('same-entity', WEIGHTS.sameEntity, form);
    else if (forms && !candidate.introducedBy && entity.kind === 'actor' && !candidate.isPartOfName)
      add('same-form', WEIGHTS.sameForm, candidate.written);
    const link = entity.links.find((other) => page.sure.has(other));
    if (link !== undefined) add('linked', WEIGHTS.linked, this.#index.meta.entities[link]!.name);
    if (entity.country) this.#scoreCountry(candidate, entity.country, page, add);
    const tell = candidate.near.find((hit) => hit.signal.tells?.includes(claim.subject));
    if (tell) add('country', WEIGHTS.tellNear, tell.signal.text);
    else if (this.#tells.count(claim.subject)) add('country', WEIGHTS.tellOnPage, this.#tells.word(claim.subject)!);
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
    page: PageEvidence,
    add: (rule: Reason['rule'], weight: number, ...words: string[]) => void,
  ): void {
    const near = candidate.near.find((hit) => hit.signal.country === country);
    const onPage = this.#countries.count(country);
    if (near) add('country', WEIGHTS.countryNear, near.signal.text);
    if (candidate.ofCountry === country) add('country', WEIGHTS.countryBeside);
    // 0 to 2: how much of the page's talk of countries is about this one.
    if (onPage)
      add('country', (WEIGHTS.countryOnPage * 2 * onPage) / page.mostOfAnyCountry, this.#countries.word(country)!);
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
      mention: this.#mention(candidate, entities, 0.5, { rule: 'unresolved', evidence: strongest.reason.evidence }),
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
      mention: this.#mention(candidate, [campaign.entity], 0.8, campaign.reason, others),
      entity: campaign.entity,
    };
  }

  #mention(
    candidate: Candidate,
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

function size(sure: ReadonlyMap<number, ReadonlySet<string>>): number {
  let forms = 0;
  for (const known of sure.values()) forms += known.size;
  return forms;
}

/** A code name in its capitals ("NOBELIUM") is rarely anything else, however ordinary the word is. */
function demandOf(candidate: Candidate, claim: Claim): Demand {
  const isCodeName = isShouted(claim.written) && candidate.written === claim.written;
  return isCodeName && claim.demand > 1 ? 1 : claim.demand;
}
