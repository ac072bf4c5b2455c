import { expect, test } from 'vitest';
import type { Accuser } from '../../../data/import/auspex/accusers';
import { pageOf } from '../../../data/import/auspex/cited-pages';
import type { SourceRow } from '../../../data/import/auspex/rows';
import { WorkingSet } from '../../../data/import/on-file';
import { datasetOf } from './records';

const vendor = (org: string): Accuser => ({ org, kind: 'vendor-report' });
const us = (...names: string[]): Accuser => ({ country: 'US', agencies: names.map((name) => `agency:us-${name}`) });

const SOURCES = new Map(
  [
    page('symantec/2016-05-26_swift', 'Symantec', 'vendor-research'),
    page('bae/2016-05-13_heist', 'BAE Systems', 'vendor-research'),
    page('bae/2018-01-01_review', 'BAE Systems', 'vendor-research'),
    page('reuters/2016-05-27_swift', 'Reuters', 'journalism'),
    page('reuters/2016-01-02_before', 'Reuters', 'journalism'),
    page('cisa/2016-05-26_alert', 'US CISA', 'cert-advisory'),
    page('doj/2016-05-27_charges', 'US Department of Justice', 'govt-primary'),
    page('eset/spring-report', 'ESET', 'vendor-research', '2016-05-01'),
  ].map((one) => [one.id, one]),
);

function page(id: string, publisher: string, kind: string, published = /\d{4}-\d\d-\d\d/.exec(id)![0]): SourceRow {
  return { id, kind, publisher, url: `https://example.org/${id}`, published_on: published };
}

type Case = {
  case: string;
  accuser: Accuser;
  joined?: boolean;
  said?: string;
  cites: string[];
  start?: string;
  disclosed?: string;
  expected: [string, string] | string;
};

test.each([
  {
    case: 'of two companies, each has its own page and day',
    accuser: vendor('BAE Systems'),
    joined: true,
    cites: ['symantec/2016-05-26_swift', 'bae/2016-05-13_heist'],
    expected: ['bae/2016-05-13_heist', '2016-05-13'],
  },
  {
    case: 'a joined company without a page has no record',
    accuser: vendor('BAE Systems'),
    joined: true,
    cites: ['symantec/2016-05-26_swift', 'reuters/2016-05-27_swift'],
    expected: 'none of the pages is one of BAE Systems',
  },
  {
    case: 'its page of years later is another matter',
    accuser: vendor('BAE Systems'),
    joined: true,
    cites: ['symantec/2016-05-26_swift', 'bae/2018-01-01_review'],
    expected: 'none of the pages is one of BAE Systems',
  },
  {
    case: 'who stands alone may be quoted by the press',
    accuser: vendor('BAE Systems'),
    cites: ['reuters/2016-05-27_swift'],
    expected: ['reuters/2016-05-27_swift', '2016-05-26'],
  },
  {
    case: 'but not by another company',
    accuser: vendor('BAE Systems'),
    cites: ['symantec/2016-05-26_swift'],
    expected: 'it cites pages of others only',
  },
  {
    case: 'the day of the own page, where AUSPEX has an earlier one',
    accuser: vendor('Symantec'),
    said: '2016-05-01',
    cites: ['symantec/2016-05-26_swift'],
    expected: ['symantec/2016-05-26_swift', '2016-05-26'],
  },
  {
    case: 'what both have in common, where the own page is older',
    accuser: vendor('Symantec'),
    said: '2016-06-12',
    cites: ['symantec/2016-05-26_swift'],
    expected: ['symantec/2016-05-26_swift', '2016'],
  },
  {
    case: 'nothing in common',
    accuser: vendor('Symantec'),
    said: '2017-06-12',
    cites: ['symantec/2016-05-26_swift'],
    expected: 'its page symantec/2016-05-26_swift is older than it',
  },
  {
    case: 'the ministry’s page beside its partner’s',
    accuser: us('doj'),
    joined: true,
    cites: ['cisa/2016-05-26_alert', 'doj/2016-05-27_charges'],
    expected: ['doj/2016-05-27_charges', '2016-05-27'],
  },
  {
    case: 'no day from another agency’s page',
    accuser: us('dhs'),
    cites: ['reuters/2016-05-27_swift', 'doj/2016-05-27_charges'],
    expected: ['reuters/2016-05-27_swift', '2016-05-26'],
  },
  {
    case: 'a partner on the page of the one who published',
    accuser: { country: 'GB', agencies: [] },
    joined: true,
    cites: ['cisa/2016-05-26_alert'],
    expected: ['cisa/2016-05-26_alert', '2016-05-26'],
  },
  {
    case: 'of a claim, a report that can know of it',
    accuser: { self: true },
    cites: ['reuters/2016-01-02_before', 'reuters/2016-05-27_swift'],
    expected: ['reuters/2016-05-27_swift', '2016-05-26'],
  },
  {
    case: 'a first of the month, for both beginning and end, is a month',
    accuser: vendor('ESET'),
    said: '2016-05-01',
    start: '2016-05-01',
    disclosed: '2016-05-01',
    cites: ['eset/spring-report'],
    expected: ['eset/spring-report', '2016-05'],
  },
  {
    case: 'a first of the month that the day of disclosure repeats is a day',
    accuser: vendor('ESET'),
    said: '2016-05-01',
    start: '2016-03-01',
    disclosed: '2016-05-01',
    cites: ['eset/spring-report'],
    expected: ['eset/spring-report', '2016-05-01'],
  },
  { case: 'nothing cited', accuser: vendor('ESET'), cites: [], expected: 'it cites nothing' },
] as Case[])('pageOf: $case', ({ accuser, joined, said = '2016-05-26', cites, start, disclosed, expected }) => {
  const attribution = {
    actor_id: null,
    attributing_org_confidence: 'high' as const,
    attribution_date: said,
    attribution_source_id: cites[0] ?? null,
  };
  const row = {
    id: '2016-05/x',
    incident_type: [],
    attributions: [attribution],
    sources: cites,
    ...(start ? { start_date: start } : {}),
    disclosure_date: disclosed ?? null,
  };
  const found = pageOf({ accuser, isAlone: !joined, attribution, row }, SOURCES, new WorkingSet(datasetOf()));
  expect(typeof found === 'string' ? found : [found.row.id, found.date]).toEqual(expected);
});
