import { formatRecord } from '../../lib/dataset/canonical';
import type { CollectionName, RecordOf } from '../../lib/dataset/schema';
import { validateRecord } from '../../lib/dataset/validate';
import { vendorByScheme } from '../../lib/feeds/names/naming-schemes';
import { slug } from '../../lib/feeds/names/slug';
import { fold } from '../../lib/matching/fold';
import type { Actor } from '../../lib/model/actor';
import type { Alias } from '../../lib/model/alias';
import type { Decisions } from './decisions';
import { fillIn } from './fill-in';
import { type Match, matchProposal } from './match';
import type { WorkingSet } from './on-file';
import { isRefusal, type Proposal, type Reading } from './proposal';
import type { Report } from './report';

/**
 * Merges what a reader found into the records on file. Nothing on file is overwritten: what is missing is
 * added, what differs is reported for a person. Changed records are collected for `run.ts` to write.
 */
export class Merge {
  readonly #file: WorkingSet;
  readonly #decisions: Decisions;
  readonly #report: Report;
  readonly #touched = new Map<string, CollectionName>();
  readonly #newNames: { id: string; text: string }[] = [];

  constructor(file: WorkingSet, decisions: Decisions, report: Report) {
    this.#file = file;
    this.#decisions = decisions;
    this.#report = report;
  }

  /** Records that were added or changed, with the folder each belongs in. */
  touched(): ReadonlyMap<string, CollectionName> {
    return this.#touched;
  }

  take(given: Reading): void {
    const { upstream, collection } = given;
    if (isRefusal(given)) {
      this.#report.refused.push({ upstream, what: `${collection} ${given.refused}`, detail: given.why });
      return;
    }
    const reading = renamed(given, this.#decisions.nameOf(given.keys.ids));
    const match = matchProposal(reading, this.#file, this.#decisions);
    if (match.outcome === 'leave out') {
      this.#report.refused.push({ upstream, what: nameOf(reading), detail: `decided: ${match.reason}` });
    } else if (match.outcome === 'ask') {
      this.#report.conflicts.push({
        upstream,
        what: `${nameOf(reading)} [${reading.keys.ids[0]}]`,
        detail: match.question,
      });
    } else if (match.outcome === 'several') {
      this.#report.unchanged++;
    } else if (match.outcome === 'new') {
      this.#add(reading, match);
    } else {
      this.#change(reading, match.id);
    }
  }

  #add(proposal: Proposal, match: Match): void {
    const { upstream, collection } = proposal;
    const record = structuredClone(proposal.record);
    if (this.#file.get(collection, record.id)) {
      const question = `the id ${record.id} is taken; say \`same as ${record.id}\` or \`call it <another name>\``;
      this.#report.conflicts.push({
        upstream,
        what: `${nameOf(proposal)} [${proposal.keys.ids[0]}]`,
        detail: question,
      });
      return;
    }
    const decidedClass = this.#decisions.classOf(proposal.keys.ids);
    if (collection === 'actors' && decidedClass) (record as Actor).class = decidedClass;
    if ('aliases' in record) record.aliases = this.#judged(record.id, record.aliases);
    if (!this.#isValid(proposal, record)) return;
    this.#file.put(collection, record);
    this.#touched.set(record.id, collection);
    if ('aliases' in record) this.#noteNames(record.id, record.aliases);
    const why = match.outcome === 'new' && match.reason ? `decided apart: ${match.reason}` : undefined;
    this.#report.added.push({ upstream, what: record.id, ...(why ? { detail: why } : {}) });
  }

  #change(proposal: Proposal, id: string): void {
    const { upstream, collection } = proposal;
    const record = structuredClone(this.#file.get(collection, id)!);
    const before = formatRecord(collection, record);
    const incoming = structuredClone(proposal.record);
    const decidedClass = this.#decisions.classOf(proposal.keys.ids);
    if (collection === 'actors' && decidedClass) (incoming as Actor).class = decidedClass;
    if ('aliases' in incoming) incoming.aliases = this.#judged(id, [mainName(incoming.name), ...incoming.aliases]);
    const { notes, questions } = fillIn(record, incoming, this.#file, (field) => this.#decisions.keepsField(id, field));
    for (const { field, question } of questions) {
      if (!this.#decisions.keepsField(id, field))
        this.#report.conflicts.push({ upstream, what: `${id} ${field}`, detail: question });
    }
    if (formatRecord(collection, record) === before) {
      this.#report.unchanged++;
      return;
    }
    if (!this.#isValid(proposal, record)) return;
    const known = this.#file.get(collection, id)!;
    if ('aliases' in record && 'aliases' in known) this.#noteNames(id, record.aliases.slice(known.aliases.length));
    this.#file.put(collection, record);
    this.#touched.set(id, collection);
    this.#report.changed.push({ upstream, what: id, detail: notes.join('; ') });
  }

  /** Aliases without agencies' names and those that a person dropped, with the relations that a person gave. */
  #judged(id: string, aliases: readonly Alias[]): Alias[] {
    return aliases.flatMap((alias) => {
      if (id.startsWith('actor:') && this.#file.byName('agency', alias.text).length) return [];
      const decided = this.#decisions.ofAlias(id, alias.text);
      if (decided === 'drop') return [];
      return decided ? [{ ...alias, relation: decided as Alias['relation'] }] : [alias];
    });
  }

  /**
   * Settles names that this run added and that several actors claim. The main name of another actor is not
   * taken for an alias: the two are listed as easily confused. Other shared names are marked as overlapping,
   * so that none of the claimants has the name to itself. What stood on file is left as it is.
   */
  settleShared(): void {
    for (const { id, text } of this.#newNames) {
      const actor = this.#file.get('actors', id);
      const alias = actor?.aliases.find((one) => one.text === text);
      if (!actor || !alias) continue;
      const others = this.#file.byName('actor', text).filter((other) => other !== id);
      const owner = others.find((other) => fold(this.#file.get('actors', other)!.name) === fold(text));
      if (owner) {
        actor.aliases = actor.aliases.filter((one) => one !== alias);
        actor.notToConfuse = [...new Set([...(actor.notToConfuse ?? []), owner as Actor['id']])];
      } else if (alias.relation === 'exact' && others.length) {
        alias.relation = 'overlaps';
      }
    }
  }

  #noteNames(id: string, aliases: readonly Alias[]): void {
    for (const { text } of aliases) this.#newNames.push({ id, text });
  }

  #isValid(proposal: Proposal, record: RecordOf<CollectionName>): boolean {
    const result = validateRecord(proposal.collection, record, record.id);
    if (result.ok) return true;
    const why = result.faults.map((fault) => fault.what).join('; ');
    this.#report.refused.push({ upstream: proposal.upstream, what: nameOf(proposal), detail: `not valid: ${why}` });
    return false;
  }
}

/** Upstream's main name for what is on file under another. */
function mainName(text: string): Alias {
  const vendor = vendorByScheme(text);
  return { text, relation: 'exact', ...(vendor ? { namedBy: [vendor] } : {}) };
}

/** The proposal under the name that a person chose; upstream's stays among the aliases if it is another name. */
function renamed(proposal: Proposal, name: string | undefined): Proposal {
  const { record } = proposal;
  if (!name || !('aliases' in record)) return proposal;
  const aliases = record.aliases.filter((alias) => fold(alias.text) !== fold(name));
  if (fold(record.name) !== fold(name)) aliases.unshift({ text: record.name, relation: 'exact' });
  const id = `${record.id.split(':')[0]}:${slug(name)}`;
  return { ...proposal, record: { ...record, id, name, aliases } as typeof record };
}

function nameOf(proposal: Proposal): string {
  const { record } = proposal;
  return 'name' in record ? record.name : record.id;
}
