import type { AttributionEvent } from '../model/event';
import type { Excerpt } from '../model/excerpt';
import { csvRecord } from './csv';

const COLUMNS = [
  'event',
  'date',
  'kind',
  'speakerCountry',
  'speakerAgencies',
  'speakerOrganisation',
  'speakerActor',
  'mode',
  'accusedCountry',
  'accusedAgency',
  'accusedActor',
  'accusedCompanies',
  'accusedPersons',
  'strength',
  'wording',
  'incidents',
  'confidence',
  'confidenceWording',
  'confidenceScale',
  'responses',
  'answers',
  'review',
  'sources',
];

/** One row an event, newest first. Ids and addresses in one cell are separated by spaces, other lists by "; ". */
export function eventsCsv(excerpt: Excerpt): string {
  const urls = new Map(excerpt.sources.map((source) => [source.id, source.url]));
  return csvRecord(COLUMNS) + excerpt.events.map((event) => csvRecord(cells(event, urls))).join('');
}

function cells(event: AttributionEvent, urls: ReadonlyMap<string, string>): (string | undefined)[] {
  const { by, accused, confidence } = event;
  return [
    event.id,
    event.date,
    event.kind,
    by?.country,
    by?.agencies?.join(' '),
    by?.org,
    by?.actor,
    by?.mode,
    accused?.country,
    accused?.agency,
    accused?.actor,
    accused?.companies?.join(' '),
    accused?.persons?.map(({ name, standing }) => `${name} (${standing})`).join('; '),
    accused?.strength,
    accused?.wording,
    event.incidents?.join(' '),
    confidence?.level,
    confidence?.wording,
    confidence?.scale,
    event.responses
      ?.map(({ kind, by: whose, date, ref }) => [kind, whose, date, ref].filter(Boolean).join(' '))
      .join('; '),
    event.answers?.join(' '),
    event.review.state,
    event.prov.flatMap(({ source }) => urls.get(source) ?? []).join(' '),
  ];
}
