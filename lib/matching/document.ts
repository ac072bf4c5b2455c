import type { Mention, Reason } from '../model/mention';
import type { Candidate } from './candidate';
import { collectEvidence, type FlowEvidence } from './candidates';
import { countryOfHost } from './countries';
import { Judge, type Judged, type SureForms } from './judge';
import { LocalNames } from './local-names';
import type { NameIndex } from './name-index';
import { PageWords } from './page-words';
import { Tally } from './tally';
import { INTRODUCED_HERE, VOUCHES_FROM } from './weights';

/** Mentions of one flow, offsets within that flow's text. */
export interface FlowMentions {
  flow: number;
  mentions: Mention[];
}

/** Evidence that counts for the whole page, wherever on it a name stands. */
interface PageEvidence {
  sure: SureForms;
  /** Names that the page itself gives to groups on it. */
  local: LocalNames;
}

/** One flow: what its names settle by themselves, and what the page has to decide. */
interface FlowState {
  evidence: FlowEvidence;
  settled: Map<Candidate, Judged>;
  open: Candidate[];
}

/**
 * The mentions of one page. Flows come and go as the page changes; evidence adds up over all of them, so
 * an answer given early may be mended later. Keeps no text. The result depends on the set of flows, not
 * on the order or the portions in which they came.
 */
export class DocumentMatcher {
  readonly #index: NameIndex;
  readonly #flows = new Map<number, FlowState>();
  /** Length of every flow, of those with nothing in them, too. */
  readonly #units = new Map<number, number>();
  /** Flows put since the last answer. */
  readonly #fresh = new Set<number>();
  readonly #reported = new Map<number, string>();
  readonly #settledForms = new Tally<number>();
  readonly #words = new PageWords();
  readonly #judge: Judge;
  /** The names that the page introduced by itself, when answers were last given. */
  #localBefore = '';

  constructor(index: NameIndex, options: { host?: string } = {}) {
    this.#index = index;
    this.#judge = new Judge(index, this.#words, options.host ? countryOfHost(options.host) : undefined);
  }

  put(flow: number, text: string): void {
    this.#forget(flow);
    this.#units.set(flow, text.length);
    this.#words.countText(text.length);
    const evidence = collectEvidence(text, this.#index);
    // A flow that is sent again is answered again, be it that nothing is left in it.
    const wasAnswered = this.#reported.has(flow);
    if (wasAnswered) this.#reported.set(flow, '');
    if (!wasAnswered && !evidence.candidates.length && !evidence.signals.length) return;
    const state: FlowState = { evidence, settled: new Map(), open: [] };
    for (const candidate of evidence.candidates) {
      const judged = this.#judge.settle(candidate);
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
    const isNamedAnew = page.local.key !== this.#localBefore;
    this.#localBefore = page.local.key;
    for (const flow of [...this.#flows.keys()].sort((a, b) => a - b)) {
      const state = this.#flows.get(flow)!;
      if (!state.open.length && !this.#fresh.has(flow) && !isNamedAnew) continue;
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
    this.#words.countText(-(this.#units.get(flow) ?? 0));
    this.#units.delete(flow);
    const state = this.#flows.get(flow);
    if (state) this.#count(state, -1);
    this.#flows.delete(flow);
    this.#fresh.delete(flow);
  }

  #count({ evidence, settled }: FlowState, by: 1 | -1): void {
    this.#words.count(evidence, by);
    // What one passage spells out holds for the page: every answer is in question.
    if (evidence.otherwise.length || evidence.longerNames.length)
      for (const flow of this.#flows.keys()) this.#fresh.add(flow);
    for (const [candidate, { entity }] of settled)
      if (entity >= 0) this.#settledForms.add(entity, candidate.written, by);
  }

  #gather(): PageEvidence {
    const sure = new Map([...this.#settledForms.entries()].map(([entity, forms]) => [entity, new Set(forms)]));
    const page: PageEvidence = { sure, local: NO_NAMES };
    // Sure mentions vouch for others, which may vouch in turn. Each round judges everything by what the
    // round before knew, so that the order of flows changes nothing; the set only grows, so this ends.
    for (;;) {
      const vouching = this.#vouching(page);
      if (size(vouching) === size(page.sure)) return { ...page, local: this.#introduced(page) };
      page.sure = vouching;
    }
  }

  /** What the page introduces beside a name that it is sure of. */
  #introduced(page: PageEvidence): LocalNames {
    const standing = [...this.#flows.values()].flatMap(({ evidence, settled }) =>
      evidence.introductions.filter(({ by, entity }) =>
        by.some((candidate) => {
          const judged = settled.get(candidate) ?? this.#judge.judge(candidate, page.sure);
          return judged?.entity === entity && judged.mention.certainty >= VOUCHES_FROM;
        }),
      ),
    );
    return standing.length ? new LocalNames(standing) : NO_NAMES;
  }

  #vouching(page: PageEvidence): Map<number, Set<string>> {
    const vouching = new Map([...page.sure].map(([entity, forms]) => [entity, new Set(forms)]));
    for (const { open } of this.#flows.values()) {
      for (const candidate of open) {
        const judged = this.#judge.judge(candidate, page.sure);
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
      const { mention } = settled.get(candidate) ?? this.#judge.judge(candidate, page.sure) ?? {};
      const last = mentions.at(-1);
      if (!mention || this.#judge.meansOther(candidate, mention) || this.#judge.isCutOut(candidate)) continue;
      if (!last || mention.start >= last.end) mentions.push(mention);
      else if (mention.described !== last.described) mentions[mentions.length - 1] = mention.described ? last : mention;
      else if (mention.end - mention.start > last.end - last.start) mentions[mentions.length - 1] = mention;
    }
    return page.local.isEmpty ? mentions : this.#withLocal(mentions, evidence, page.local);
  }

  /** Adds the names that this page introduced, where no name on record stands. */
  #withLocal(mentions: Mention[], { capitalised }: FlowEvidence, local: LocalNames): Mention[] {
    const hits = capitalised ? local.find(capitalised) : [];
    const added = hits.flatMap(({ start, end, entity, words }): Mention[] => {
      if (mentions.some((other) => other.start < end && start < other.end)) return [];
      const reason: Reason = { rule: 'same-entity', evidence: [words] };
      return [this.#judge.mention({ start, end }, [entity], INTRODUCED_HERE, reason)];
    });
    return added.length ? [...mentions, ...added].sort((a, b) => a.start - b.start) : mentions;
  }
}

const NO_NAMES = new LocalNames([]);

function size(sure: ReadonlyMap<number, ReadonlySet<string>>): number {
  let forms = 0;
  for (const known of sure.values()) forms += known.size;
  return forms;
}
