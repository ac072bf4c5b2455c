import { compileInSteps, type NameInput } from '../matching/compile';
import { COUNTRY_WORDS } from '../matching/country-words';
import { fold } from '../matching/fold';
import { each, mapped } from '../matching/in-steps';
import type { Demand, IndexedEntity, IndexMeta, Signal } from '../matching/index-format';
import { inflectedForms } from '../matching/inflect';
import { GROUPS_WITH_PROGRAM, PROGRAMS } from '../matching/programs';
import { rolePhrases } from '../matching/roles';
import { runToEnd, type Steps } from '../matching/steps';
import { ACTS, vocabularySignals } from '../matching/vocabulary';
import { WideMap } from '../matching/wide-map';
import type { Agency } from '../model/agency';
import { isFromFeed } from '../model/feed-source';
import type { Dataset, Entity, EntityId } from '../model/record';
import { kindOf } from '../model/record';
import { corePart } from './core-part';
import { countryOf } from './label';
import { linksOf } from './links';
import { type Classified, COMMON, classifyName, type WordLists } from './name-class';
import type { ClassOverride } from './overrides';
import { classifyPattern, isPattern, type Pattern, patternsOf } from './patterns';
import { bodiesOf } from './roles';

export interface NameCompilation {
  index: ArrayBuffer;
  /** Every name with its class and the rule that gave it, for reports and tests. */
  names: (NameInput & { entity: string; why: string })[];
}

/** Compiles the dataset's names, with classes, and the signals into the matcher's index. */
export function compileNames(
  dataset: Dataset,
  version: string,
  words: WordLists,
  overrides: readonly ClassOverride[],
): NameCompilation {
  return runToEnd(compileNamesInSteps(dataset, version, words, overrides));
}

/** The same, in steps: for the browser's background, where others wait. */
export function* compileNamesInSteps(
  dataset: Dataset,
  version: string,
  words: WordLists,
  overrides: readonly ClassOverride[],
): Steps<NameCompilation> {
  const entities: Entity[] = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];
  const position = new Map<string, number>();
  yield* each(entities, ({ id }, place) => position.set(id, place));
  const links = yield* linksOf(dataset);
  const core = yield* corePart(dataset);
  const taken = yield* namesOfGroups(core.actors);
  const namesIn = nameReader(core, taken, words, yield* byText(overrides));
  const indexed: IndexedEntity[] = [];
  const names: EntityName[] = [];
  yield* each(entities, (entity, subject) => {
    indexed.push(indexedEntity(entity, links.get(entity.id), position));
    names.push(...namesIn(entity, subject));
  });
  const classified = yield* withCollisions(names);
  const signals = yield* collectSignals(core, position, words, taken);
  const signalNames: NameInput[] = signals.map((signal, subject) => ({
    written: signal.text,
    subject,
    signal: true,
    // A victim of one word has to be written as a name; of several, prose often lowers the last.
    class: (signal.victims && !signal.text.includes(' ')) || isShortCapitals(signal.text) ? 'cased' : 'unique',
    demand: 0,
  }));
  const bodies: IndexMeta['bodies'] = {};
  for (const [role, byCountry] of yield* bodiesOf(core.agencies)) {
    bodies[role] = Object.fromEntries(
      [...byCountry].map(([country, ids]) => [country, ids.map((id) => position.get(id)!)]),
    );
  }
  const meta: IndexMeta = { version, entities: indexed, signals, bodies, hits: hitsOf(core, position) };
  const index = yield* compileInSteps((classified as NameInput[]).concat(signalNames), meta);
  return { index, names: classified };
}

/** Incidents by the bodies that they hit; one of several victims is not told by that body. */
function hitsOf({ incidents }: Dataset, position: ReadonlyMap<string, number>): Record<number, number[]> {
  const hits: Record<number, number[]> = {};
  for (const { id, victims } of incidents) {
    const [victim, ...others] = victims ?? [];
    const body = !others.length && victim?.agency && position.get(victim.agency);
    if (body) hits[body] = [...(hits[body] ?? []), position.get(id)!];
  }
  return hits;
}

function indexedEntity(
  entity: Entity,
  links: ReadonlySet<EntityId> | undefined,
  position: ReadonlyMap<string, number>,
): IndexedEntity {
  const country = countryOf(entity);
  return {
    id: entity.id,
    name: entity.name,
    kind: kindOf(entity.id),
    ...(country ? { country } : {}),
    links: [...(links ?? [])].map((id) => position.get(id)!).sort((a, b) => a - b),
    ...(entity.ext?.attack ? { attack: entity.ext.attack } : {}),
    ...('type' in entity && GENERAL.has(entity.type) ? { isGeneral: true as const } : {}),
    ...('kind' in entity ? { years: yearsOfIncident(entity) } : {}),
  };
}

/** Bodies that news of every kind names: for state hacking, they are the subject only where the page is about it. */
const GENERAL: ReadonlySet<string> = new Set<Agency['type']>([
  ...(['government', 'ministry', 'justice', 'law-enforcement', 'regulator', 'election', 'igo', 'sanctions'] as const),
]);

function* byText(overrides: readonly ClassOverride[]): Steps<WideMap<ClassOverride[]>> {
  const corrections = new WideMap<ClassOverride[]>();
  yield* each(overrides, (override) => {
    const known = corrections.get(override.text);
    if (known) known.push(override);
    else corrections.set(override.text, [override]);
  });
  return corrections;
}

type EntityName = NameInput & { entity: string; why: string };

/** Reads the names of one entity after another, by what core holds. */
function nameReader(
  core: Dataset,
  taken: ReadonlySet<string>,
  words: WordLists,
  corrections: WideMap<ClassOverride[]>,
): (entity: Entity, subject: number) => EntityName[] {
  const patternable = (name: string) => isPattern(name, (victim) => taken.has(fold(victim)));
  const incidentNames = new Set(core.incidents.flatMap((one) => [one.name, ...one.aliases.map(({ text }) => text)]));
  return (entity, subject) => {
    const own = namesOf(entity, subject, words, corrections);
    // A feed's incident has no pattern to stand for its name.
    if (kindOf(entity.id) === 'incident')
      return isFromFeed(entity) ? own : own.filter(({ written }) => !patternable(written));
    // A campaign's name that was used for the group is the campaign's, where that is on record.
    const borrowed = new Set(
      entity.aliases.filter((one) => one.relation === 'campaign-used-as-name').map((one) => one.text),
    );
    return own.filter(({ written }) => !(borrowed.has(written) && incidentNames.has(written)));
  };
}

function namesOf(
  entity: Entity,
  subject: number,
  words: WordLists,
  corrections: WideMap<ClassOverride[]>,
): EntityName[] {
  const kind = kindOf(entity.id);
  const seen = new Set<string>();
  const names: EntityName[] = [];
  const add = (written: string, classified: Classified): Classified => {
    const key = `${fold(written)}|${written}`;
    if (seen.has(key)) return classified;
    seen.add(key);
    const override = corrections.get(written)?.find((one) => !one.entity || one.entity === entity.id);
    const decided = override
      ? { class: override.class, demand: override.demand ?? demandOf(override.class), why: override.reason }
      : classified;
    names.push({ written, subject, entity: entity.id, ...decided });
    return decided;
  };
  const written = new Set([entity.name, ...entity.aliases.map(({ text }) => text)]);
  // With its article it would hide the name from "the White House", as the article is written small there.
  const isArticleMore = (text: string) => kind !== 'actor' && text.startsWith('The ') && written.has(text.slice(4));
  if (!isArticleMore(entity.name)) add(entity.name, classifyName(entity.name, kind, words));
  for (const { text, lang } of entity.aliases) {
    if (isDescription(text) || isArticleMore(text)) continue;
    const decided = add(text, classifyName(text, kind, words));
    for (const form of lang ? inflectedForms(text, lang) : []) add(form, decided);
  }
  if (kind === 'actor') {
    for (const { written } of [...names]) {
      const bare = withoutHeadNoun(written);
      if (!bare || names.some((name) => fold(name.written) === fold(bare))) continue;
      const classified = needsNaming(bare, words);
      if (classified) add(bare, classified);
    }
  }
  return names;
}

/** "Russia's military intelligence agency": found as a description, so that no name stands in its way. */
function isDescription(alias: string): boolean {
  const words = fold(alias.replace(/['’]s\b/g, '')).split(' ');
  return words.some(
    (_, i) => i > 0 && SPOKEN_OF.has(words.slice(0, i).join(' ')) && ROLE_PHRASES.has(words.slice(i).join(' ')),
  );
}

const ROLE_PHRASES = new Set(rolePhrases().map(([phrase]) => fold(phrase)));

/** Countries, capitals and the vocabulary of hacking are no group's name by themselves: "Beijing Group", "Hacking Team". */
const SPOKEN_OF = new Set(
  [...Object.values(COUNTRY_WORDS).flat(), ...vocabularySignals().map((signal) => signal.text)].map((text) =>
    fold(text),
  ),
);

/** Whether a folded name is a word of the subject, by which nobody is told from others. */
export function isSpokenOf(spelling: string): boolean {
  return SPOKEN_OF.has(spelling);
}

/** "Radiant" of "Radiant Group": prose drops the noun once it has said it. */
export function withoutHeadNoun(name: string): string | undefined {
  const bare = /^(\p{L}[\p{L}\d ]{3,})[ -](?:Group|Team|Gang|Crew|Ransomware|Hackers|Collective|APT)$/iu.exec(
    name,
  )?.[1];
  return bare && !SPOKEN_OF.has(fold(bare)) ? bare : undefined;
}

/** A name that nobody recorded as such is marked where the text calls it a group, unless the word is coined. */
function needsNaming(bare: string, words: WordLists): Classified | undefined {
  const classified = classifyName(bare, 'actor', words);
  if (classified.demand === 3 && words.frequency(bare.toLowerCase()) >= COMMON) return undefined;
  if (classified.class === 'unique' && !bare.includes(' ')) return classified;
  return {
    class: 'context',
    demand: Math.max(2, classified.demand) as Demand,
    why: `the group's name without its noun`,
  };
}

function demandOf(nameClass: string): Demand {
  return nameClass === 'context' ? 2 : nameClass === 'shared' ? 1 : 0;
}

/** Names that several entities claim become "shared": none of them may be taken without evidence. */
function* withCollisions(names: readonly EntityName[]): Steps<EntityName[]> {
  /** The one claimant of a spelling, or '' for several. */
  const claimants = new WideMap<string>();
  yield* each(names, (name) => {
    if (name.class === 'never') return;
    const spelling = fold(name.written);
    const known = claimants.get(spelling);
    claimants.set(spelling, known === undefined || known === name.entity ? name.entity : '');
  });
  return yield* mapped(names, (name) => {
    const isShared = name.class !== 'never' && claimants.get(fold(name.written)) === '';
    if (!isShared) return name;
    // A full name can only be one of them; an acronym may be anything.
    const demand = name.entity.startsWith('agency:') && name.written.split(' ').length > 2 ? 0 : name.demand;
    return { ...name, class: 'shared', demand, why: `${name.why}; claimed by several` };
  });
}

/** Vocabulary, countries, years and tells; terms that mean several things become one signal. */
function* collectSignals(
  dataset: Dataset,
  position: ReadonlyMap<string, number>,
  words: WordLists,
  taken: ReadonlySet<string>,
): Steps<Signal[]> {
  const signals = new Map<string, Signal>();
  const at = (text: string): Signal => {
    const signal = signals.get(text) ?? { text };
    signals.set(text, signal);
    return signal;
  };
  for (const signal of vocabularySignals()) signals.set(signal.text, signal);
  for (const [phrase, role] of rolePhrases()) at(phrase).role = role;
  for (const [name, sense] of programNames(dataset.actors)) at(name).program = sense;
  for (const [country, words] of Object.entries(COUNTRY_WORDS)) for (const word of words) at(word).country = country;
  yield;
  const patterns = new Map<string, Pattern[]>();
  yield* each(dataset.incidents, (one) =>
    patterns.set(
      one.id,
      patternsOf(one, (name) => taken.has(fold(name))),
    ),
  );
  const actsKnown = new Map(ACTS.map((act) => [fold(act), act]));
  const victimsHit = countVictims([...patterns.values()]);
  yield* each(dataset.incidents, (incident) => {
    for (const year of yearsOfIncident(incident)) at(String(year)).year = year;
    for (const pattern of patterns.get(incident.id)!) {
      const isRepeated = (victimsHit.get(pattern.victim) ?? 0) > 1;
      const years = isRepeated ? yearsOf([incident.start, incident.disclosed]) : [];
      const { class: nameClass, demand } = classifyPattern(
        years.length ? { years, ...pattern } : pattern,
        words,
        pattern.isOnRecord,
      );
      const acts = pattern.acts?.map((act) => {
        // One that folds like a word of the vocabulary is that word: "cyber-attack".
        const known = actsKnown.get(fold(act)) ?? act;
        at(known).act = true;
        return known;
      });
      const signal = at(pattern.victim);
      const victim = {
        entity: position.get(incident.id)!,
        class: nameClass,
        demand,
        ...(acts ? { acts: [...new Set(acts)] } : {}),
        ...(pattern.years ? { years: pattern.years } : {}),
      };
      signal.victims = [...(signal.victims ?? []), victim];
    }
  });
  for (const agency of dataset.agencies) {
    for (const tell of agency.tells ?? []) {
      // Possessives are read off the word they belong to.
      const signal = at(tell.replace(/['’]s$/, ''));
      signal.tells = [...(signal.tells ?? []), position.get(agency.id)!];
    }
    for (const word of agency.mistakenNear ?? []) {
      const signal = at(word);
      signal.denies = [...(signal.denies ?? []), position.get(agency.id)!];
    }
  }
  return [...signals.values()];
}

function* namesOfGroups(actors: Dataset['actors']): Steps<Set<string>> {
  const names = new Set([...PROGRAMS].map((name) => fold(name)));
  yield* each(actors, ({ name, aliases }) => {
    names.add(fold(name));
    for (const { text } of aliases) names.add(fold(text));
  });
  return names;
}

/** By how many incidents each victim was hit. */
function countVictims(patterns: readonly (readonly Pattern[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const victims of patterns.map((own) => new Set(own.map(({ victim }) => victim)))) {
    for (const victim of victims) counts.set(victim, (counts.get(victim) ?? 0) + 1);
  }
  return counts;
}

/**
 * Names under which a program goes, by the sense that they mostly have. The single words by which ransomware crews
 * are known are their programs' names as well.
 */
function programNames(actors: Dataset['actors']): Map<string, 'program' | 'brand'> {
  const names = new Map<string, 'program' | 'brand'>();
  for (const name of GROUPS_WITH_PROGRAM) names.set(name, 'brand');
  for (const { name, aliases, class: actorClass } of actors) {
    if (actorClass === 'criminal') {
      for (const text of [name, ...aliases.map((alias) => alias.text)]) {
        if (/^[\p{L}\d]*[\p{L}][\p{L}\d]*( ?\d(\.\d)?)?$/u.test(text)) names.set(text, 'brand');
      }
    }
    for (const { text, relation } of aliases) if (relation === 'malware-used-as-name') names.set(text, 'program');
  }
  for (const name of PROGRAMS) names.set(name, 'program');
  return names;
}

function yearsOf(dates: (string | undefined)[]): number[] {
  return [...new Set(dates.flatMap((date) => (date ? [Number(date.slice(0, 4))] : [])))].sort();
}

/** Years between start and end of an incident, beyond which only the ends count: a year of a decade tells nothing. */
const LONGEST_INCIDENT = 6;

/** Years by which prose dates an incident: those it lasted, and those in which it was found and became known. */
function yearsOfIncident({ start, end, discovered, disclosed }: Dataset['incidents'][number]): number[] {
  const [first, last] = yearsOf([start, end]);
  const isShort = first !== undefined && last !== undefined && last - first <= LONGEST_INCIDENT;
  const between = isShort ? Array.from({ length: last - first - 1 }, (_, i) => String(first + 1 + i)) : [];
  return yearsOf([start, ...between, end, discovered, disclosed]);
}

function isShortCapitals(text: string): boolean {
  return text.length <= 4 && text === text.toUpperCase() && text !== text.toLowerCase();
}
