import { i18n } from '#i18n';
import type { AttributionEvent } from '../model/event';
import type { EntityLabel, EntityView } from '../model/view';
import { dateText } from './dates';
import { keyPart } from './language/keys';
import { plural } from './language/plural';
import { type Phrase, sentence } from './language/template';
import { joined, listNames, namesAndMore } from './lists';
import { placeName } from './places';
import { countWord, quoted } from './words';

/** What a row of the history tells: of what and whom, how surely, and what followed. */
export interface Matter {
  lead: string;
  certainty: string[];
  tail: string;
}

export function matterOf(events: AttributionEvent[], view: EntityView): Matter {
  const [event] = events;
  const whom = [...new Set(events.map((one) => accusedText(one, view)))].filter(Boolean).slice(0, 3);
  const territory = event!.accused?.strength === 'from-territory' ? i18n.t('history.territory') : '';
  return {
    lead: joined([aboutText(event!, view), joined(whom, 'comma'), territory], 'semicolon'),
    certainty: [...new Set(events.flatMap((one) => one.confidence?.wording ?? []))],
    tail: joined([personsText(events), companiesText(events, view), ...responsesText(events)], 'stop'),
  };
}

/** The same as a sentence, the official wording in quotation marks. */
export function matterPhrases({ lead, certainty, tail }: Matter): Phrase[] {
  const terms: Phrase[] = certainty.length ? [{ text: joined(certainty.slice(0, 2), 'comma'), quote: true }] : [];
  const said =
    lead && terms.length ? sentence('join.colon', { first: lead, second: terms }) : [{ text: lead }, ...terms];
  const phrases = said.filter(({ text }) => text);
  if (!tail) return phrases;
  return phrases.length ? sentence('join.stop', { first: phrases, second: tail }) : [{ text: tail }];
}

function aboutText(event: AttributionEvent, view: EntityView): string {
  const incidents = (event.incidents ?? []).filter((id) => id !== view.entity.id);
  return namesAndMore(namesOf(incidents, view), 2);
}

/** Who is accused, as far as the card's own heading does not say it. */
function accusedText({ accused, by }: AttributionEvent, view: EntityView): string {
  if (!accused) return '';
  const others = [accused.actor, accused.agency].filter((id): id is EntityLabel['id'] => Boolean(id));
  const names = namesOf(
    others.filter((id) => id !== view.entity.id),
    view,
  );
  if (!names.length && accused.wording && accused.strength !== 'from-territory') return quoted(accused.wording);
  if (!names.length && accused.country && accused.country !== by?.country && view.label.kind !== 'agency')
    return placeName(accused.country);
  return joined(names, 'comma');
}

function namesOf(ids: readonly string[], view: EntityView): string[] {
  return ids.flatMap((id) => view.labels[id] ?? []).map((label) => label.short ?? label.name);
}

function personsText(events: AttributionEvent[]): string {
  const persons = [
    ...new Map(events.flatMap((event) => event.accused?.persons ?? []).map((person) => [person.name, person])).values(),
  ];
  const standing = persons[0]?.standing;
  if (!standing) return '';
  const many = plural('history.people', persons.length, { number: countWord(persons.length) });
  const who = persons.length > 2 ? many : listNames(persons.map((person) => person.name));
  return i18n.t(`history.standing.${standing}`, { who });
}

function companiesText(events: AttributionEvent[], view: EntityView): string {
  const ids = [...new Set(events.flatMap((event) => event.accused?.companies ?? []))].filter(
    (id) => id !== view.entity.id,
  );
  const names = namesOf(ids, view);
  return names.length > 3 ? plural('history.companies', names.length) : listNames(names);
}

function responsesText(events: AttributionEvent[]): string[] {
  const texts = events.flatMap(({ date, responses }) =>
    (responses ?? []).map((response) => {
      const what = i18n.t(`history.response.${keyPart(response.kind)}`);
      if (response.date === date) return what;
      return i18n.t('history.responseOn', { response: what, date: dateText(response.date) });
    }),
  );
  return [...new Set(texts)].slice(0, 3);
}
