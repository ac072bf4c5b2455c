import type { AttributionEvent } from '../../lib/model/event';
import { daysApart } from './honest-date';
import type { OnFile } from './proposal';

/** Statements within these days, by one accuser about one accused, are taken for the same. */
const SAME_STATEMENT_DAYS = 3;
const ANOTHER_STATEMENT_DAYS = 60;

/**
 * The event on file that says what this one says, in other words perhaps: one accuser, one accused, and the
 * same incident within two months, or nearly the same day and no other incident. Records that an import added are compared by
 * day and incident both: vendors name one actor for many things in one week, and come back to it years later.
 */
export function saidAlready(event: AttributionEvent, onFile: OnFile): AttributionEvent | undefined {
  for (const other of onFile.all('events')) {
    if (other.id === event.id || !sameAccuser(event, other) || !sameAccused(event, other, onFile)) continue;
    const near = Boolean(event.date && other.date && isSameDay(event.date, other.date));
    const shared = shareIncident(event, other) && !isLongApart(event, other);
    const mayShare = shareIncident(event, other) || !event.incidents || !other.incidents;
    if (
      isImported(other)
        ? near && event.kind === other.kind && (shareIncident(event, other) || (!event.incidents && !other.incidents))
        : shared || (near && (mayShare || sameActor(event, other)))
    )
      return other;
  }
  return undefined;
}

/**
 * Who comes back to a matter two months later says something new: a charge after a statement, a listing. Of a
 * joint text, upstreams know one day only, which need not be everybody's.
 */
function isLongApart(a: AttributionEvent, b: AttributionEvent): boolean {
  if (a.by?.mode === 'joint') return false;
  const days = a.date?.length === 10 && b.date?.length === 10 ? daysApart(a.date, b.date) : 0;
  return days > ANOTHER_STATEMENT_DAYS;
}

/** Full days only: a month says nothing of which statement is meant. */
function isSameDay(a: string, b: string): boolean {
  return a.length === 10 && b.length === 10 && daysApart(a, b) <= SAME_STATEMENT_DAYS;
}

function sameActor(a: AttributionEvent, b: AttributionEvent): boolean {
  return Boolean(a.accused?.actor) && a.accused?.actor === b.accused?.actor;
}

function sameAccuser(a: AttributionEvent, b: AttributionEvent): boolean {
  if (a.by?.country && b.by?.country) return a.by.country === b.by.country;
  if (a.by?.actor && b.by?.actor) return a.by.actor === b.by.actor;
  const org = (event: AttributionEvent) => event.by?.org?.toLowerCase();
  return !a.by?.country && !b.by?.country && Boolean(org(a)) && org(a) === org(b);
}

/** Compared as far as both go: by group or company, else by country (a group's own where none is said), else by incident. */
function sameAccused(a: AttributionEvent, b: AttributionEvent, onFile: OnFile): boolean {
  const x = a.accused;
  const y = b.accused;
  if (!x || !y) return false;
  if (x.actor && y.actor) return x.actor === y.actor;
  if (x.persons && y.persons)
    return x.persons.some((person) => y.persons?.some((one) => surname(one.name) === surname(person.name)));
  if (x.companies && y.companies) return x.companies.some((company) => y.companies?.includes(company));
  const countries = [x, y].map(
    ({ country, actor }) => country ?? (actor && onFile.get('actors', actor)?.origin?.country),
  );
  if (countries[0] && countries[1]) return countries[0] === countries[1];
  return shareIncident(a, b);
}

function surname(name: string): string {
  return name.split(' ').at(-1)!.toLowerCase();
}

function shareIncident(a: AttributionEvent, b: AttributionEvent): boolean {
  return Boolean(a.incidents?.some((id) => b.incidents?.includes(id)));
}

/** What an import brought carries the place in its dataset; what was made by hand is another matter. */
function isImported(event: AttributionEvent): boolean {
  return event.review.state === 'unreviewed' && event.prov.some(({ retrieved }) => retrieved !== undefined);
}
