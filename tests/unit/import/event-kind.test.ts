import { expect, test } from 'vitest';
import { agenciesOf, eventKind } from '../../../data/import/auspex/event-kind';

const us = (...names: string[]) => ({ country: 'US', agencies: names.map((name) => `agency:us-${name}`) });
const nl = { country: 'NL', agencies: [] };
const eu = { country: 'EU', agencies: ['agency:eu-europol'] };
const DOJ = 'US Department of Justice';

test.each([
  { case: 'the title tells', title: 'Man Charged with Fraud', accuser: us('doj'), expected: 'indictment' },
  { case: 'the act named first', title: 'Botnet Seized, Boss Arrested', accuser: us('doj'), expected: 'takedown' },
  {
    case: 'charges settled are none',
    title: 'Pay to Resolve Criminal Charges',
    accuser: us('doj'),
    expected: 'statement',
  },
  {
    case: 'on indictment',
    id: 'doj/x-extradition',
    title: 'To appear on indictment',
    accuser: us('doj'),
    expected: 'arrest',
  },
  {
    case: 'the address, where the title is silent',
    title: 'Actions Taken',
    url: 'https://x/CSA/1',
    accuser: us('fbi'),
    expected: 'advisory',
  },
  { case: 'another ministry’s act', title: 'Two Indicted', accuser: us('fbi'), expected: 'statement' },
  { case: 'a guest beside an indictment', title: 'Two Indicted', accuser: nl, expected: undefined },
  {
    case: 'a guest in an operation',
    title: 'Two Indicted',
    written: 'DOJ; Netherlands (Operation PowerOFF)',
    accuser: nl,
    expected: 'takedown',
  },
  {
    case: 'an accuser’s entry gives no act upon persons',
    title: 'Report',
    written: 'UK criminal conviction + CSRB',
    accuser: us('csrb'),
    expected: 'statement',
  },
  {
    case: 'Europol arrests nobody',
    publisher: 'Europol',
    title: 'Managers Arrested',
    accuser: eu,
    expected: 'statement',
  },
  {
    case: 'another page of that day',
    title: 'Report form',
    sameDay: 'FBI seizes forum',
    accuser: us('fbi'),
    expected: 'takedown',
  },
] as {
  case: string;
  title: string;
  id?: string;
  url?: string;
  publisher?: string;
  written?: string;
  sameDay?: string;
  accuser: Parameters<typeof eventKind>[0];
  expected: string | undefined;
}[])(
  'eventKind: $case',
  ({ title, id = 'doj/1', url = 'https://x/1', publisher = DOJ, written = '', sameDay, accuser, expected }) => {
    const row = { id, title, url, publisher, kind: 'govt-primary', published_on: null };
    const source = { kind: 'gov-statement' } as Parameters<typeof eventKind>[1]['source'];
    const others = sameDay ? [{ ...row, title: sameDay }] : [];
    expect(eventKind(accuser, { row, source }, written, others)).toBe(expected);
  },
);

test('agenciesOf: a listing is the treasury’s, not that of who charged on the same day', () => {
  expect(agenciesOf(us('doj', 'ofac'), 'sanction')).toEqual(['agency:us-ofac']);
  expect(agenciesOf(us('doj', 'fbi'), 'takedown')).toEqual(['agency:us-doj', 'agency:us-fbi']);
});
