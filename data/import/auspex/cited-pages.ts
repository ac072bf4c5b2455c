import { isBefore } from '../../../lib/dataset/references';
import type { Source } from '../../../lib/model/source';
import { daysApart, honestDate } from '../honest-date';
import type { OnFile } from '../proposal';
import { type Accuser, isOfOtherAgency, isOfPress, isPublisher } from './accusers';
import type { AttributionRow, EventRow, SourceRow } from './rows';
import { sourceRecord } from './sources';

/** A page that bears out what an accuser said, and the day on which it was said. */
export interface Cited {
  row: SourceRow;
  source: Source;
  /** `2016`, `2016-05` or `2016-05-13`. */
  date: string;
}

/** What one of those whom AUSPEX names beside an attribution is said to have said. */
export interface Claim {
  accuser: Accuser;
  /** Nobody is named beside it. */
  isAlone: boolean;
  attribution: AttributionRow;
  row: EventRow;
}

type Page = Omit<Cited, 'date'>;

/** A page of the accuser's own within these days of AUSPEX's date speaks of the same act. */
const SAME_ACT_DAYS = 30;

/**
 * The page that bears a claim out: the accuser's own, with the day of that
 * page, for AUSPEX gives organisations that it joins in one row the date and page of one of them. Where there
 * is none, a page that reports it: never one of another company, and only where the accuser stands alone or is
 * a government, whose joint texts one of the signers publishes.
 *
 * @returns in a sentence, why there is none.
 */
export function pageOf(
  { accuser, isAlone, attribution, row }: Claim,
  sources: ReadonlyMap<string, SourceRow>,
  onFile: OnFile,
): Cited | string {
  const { pages, why } = usablePages(row, attribution, sources, onFile);
  if (!pages.length) return why;
  const proofs = proofsOf(row, pages);
  const said = honestDate(attribution.attribution_date, ...proofs);
  if (!said) return 'it has no date';
  const days = new Map(pages.map((page) => [page, dayOf(page, proofs)]));
  const cited = pages.find((page) => page.row.id === attribution.attribution_source_id);
  const own = ownPage(accuser, pages, cited, said, days);
  if (own) return dated(own, own === cited ? dayOfOwn(days.get(own), own.row.published_on, said) : days.get(own));
  if (!isAlone && 'org' in accuser) return `none of the pages is one of ${accuser.org}`;
  const reports = pages.filter((page) => isPress(page) || page.source.kind !== 'vendor-report' || 'self' in accuser);
  const later = (page: Page) => !days.get(page) || !isBefore(days.get(page)!, said);
  const report =
    reports.find((page) => page === cited && later(page)) ??
    reports.find((page) => isPress(page) && later(page) && daysApart(days.get(page) ?? '', said) <= SAME_ACT_DAYS) ??
    reports.find((page) => page === cited);
  if (!report) return 'it cites pages of others only';
  return dated(report, later(report) ? said : shared(days.get(report)!, said));
}

function usablePages(
  row: EventRow,
  attribution: AttributionRow,
  sources: ReadonlyMap<string, SourceRow>,
  onFile: OnFile,
): { pages: Page[]; why: string } {
  let why = 'it cites nothing';
  const pages: Page[] = [];
  for (const id of new Set([attribution.attribution_source_id, ...row.sources])) {
    const page = id ? sources.get(id) : undefined;
    if (!page) continue;
    const source = sourceRecord(page, onFile);
    if (typeof source !== 'string') pages.push({ row: page, source });
    else if (why === 'it cites nothing') why = `no source of use: ${source}`;
  }
  return { pages, why };
}

/**
 * What may repeat a full day: ids and addresses of the pages, and the day of disclosure where the row tells it
 * from the beginning (rows known to the month only have the first for both).
 */
function proofsOf(row: EventRow, pages: readonly Page[]): string[] {
  const places = pages.flatMap(({ row: { id, url } }) => [id, url?.replaceAll('/', '-') ?? '']);
  const disclosed = row.disclosure_date;
  return disclosed && disclosed !== row.start_date ? [...places, disclosed] : places;
}

function ownPage(
  accuser: Accuser,
  pages: readonly Page[],
  cited: Page | undefined,
  said: string,
  days: ReadonlyMap<Page, string | undefined>,
): Page | undefined {
  const own = pages.filter((page) => isOwn(accuser, page));
  if (cited && own.includes(cited)) return cited;
  const away = (page: Page) => daysApart(days.get(page) ?? '', said);
  return own.filter((page) => days.get(page) && away(page) <= SAME_ACT_DAYS).sort((a, b) => away(a) - away(b))[0];
}

/** AUSPEX names the one reported as publisher of some press pages. */
function isOwn(accuser: Accuser, page: Page): boolean {
  const isPaper = 'org' in accuser && accuser.kind === 'media-report';
  if (!isPaper && (isPress(page) || ('country' in accuser && page.source.kind === 'vendor-report'))) return false;
  return isPublisher(accuser, page.row) && !isOfOtherAgency(accuser, page.row);
}

function isPress({ row, source }: Page): boolean {
  return source.kind === 'press' || isOfPress(row);
}

/** AUSPEX lists some addresses twice, with two days: the page on file stands at the first. */
function dayOf({ row, source }: Page, proofs: readonly string[]): string | undefined {
  const listed = honestDate(row.published_on, ...proofs);
  return source.published && listed && isBefore(source.published, listed) ? source.published : listed;
}

/** The day of the page; where it is older than what it is said to bear out, as much as the two have in common. */
function dayOfOwn(published: string | undefined, listed: string | null, said: string): string | undefined {
  if (!published) return said;
  if (said.startsWith(published)) return listed && isBefore(listed, said) ? published : said;
  return isBefore(published, said) ? shared(published, said) : published;
}

function shared(a: string, b: string): string | undefined {
  return [7, 4].map((length) => a.slice(0, length)).find((start) => b.startsWith(start));
}

function dated(page: Page, date: string | undefined): Cited | string {
  return date ? { ...page, date } : `its page ${page.row.id} is older than it`;
}
