import { expect, test } from 'vitest';
import { type Accuser, accusersIn, isJoint, isOfOtherAgency, isPublisher } from '../../../data/import/auspex/accusers';

const vendor = (org: string): Accuser => ({ org, kind: 'vendor-report' });
const press = (org: string): Accuser => ({ org, kind: 'media-report' });
const state = (country: string, ...names: string[]): Accuser => ({
  country,
  agencies: names.map((name) => `agency:${country.toLowerCase()}-${name}`),
});

test.each([
  { written: 'Mandiant', expected: [vendor('Mandiant')] },
  { written: 'FireEye / Mandiant', expected: [vendor('Mandiant')] },
  { written: 'Mandiant (Google Threat Intelligence)', expected: [vendor('Mandiant')] },
  { written: 'Citizen Lab + Lookout', expected: [vendor('Citizen Lab'), vendor('Lookout')] },
  { written: 'Microsoft (MSTIC), via CyberScoop', expected: [vendor('Microsoft')] },
  { written: 'CFR Cyber Operations Tracker (citing Cisco Talos)', expected: [vendor('Cisco Talos')] },
  { written: 'CISA + FBI', expected: [state('US', 'fbi', 'cisa')] },
  { written: 'FBI + NCSC-UK', expected: [state('US', 'fbi'), state('GB', 'ncsc')] },
  {
    written: 'UK NCSC + Five Eyes',
    expected: [state('GB', 'ncsc'), state('US'), state('CA'), state('AU'), state('NZ')],
  },
  {
    written: 'FBI + international partners (Five Eyes + EU/Europol)',
    expected: [state('US', 'fbi'), state('EU', 'europol'), state('GB'), state('CA'), state('AU'), state('NZ')],
  },
  {
    written: 'FBI + partners (Netherlands MIVD, Germany BfV, Latvia VDD)',
    expected: [state('US', 'fbi'), state('NL', 'mivd'), state('DE', 'bfv'), state('LV', 'vdd')],
  },
  {
    written: 'US Department of State (trilateral joint statement with Japan)',
    expected: [state('US', 'state'), state('JP')],
  },
  { written: 'The Record (Recorded Future News), reporting a ministry', expected: [press('The Record')] },
  { written: 'US officials / New York Times', expected: [press('The New York Times')] },
  { written: 'The Guardian / The New York Times', expected: [press('The Guardian')] },
  { written: 'Der Spiegel (Snowden archive) + Fox-IT', expected: [press('Der Spiegel')] },
  { written: 'CyberScoop; link from researchers, not the DOJ release', expected: [press('CyberScoop')] },
  { written: 'Qilin (leak-site self-claim)', expected: [{ self: true }] },
  { written: 'Cl0p (self-claim); Huntress', expected: [{ self: true }] },
  { written: 'Microsoft; Bloomberg; ALPHV (self-claimed)', expected: [vendor('Microsoft')] },
  { written: 'FSB + MVD (Russia, self-claimed)', expected: [state('RU', 'fsb')] },
  { written: 'journalism consensus', expected: [] },
])('accusersIn: $written', ({ written, expected }) => {
  expect(accusersIn(written)).toEqual(expected);
});

test.each([
  { written: 'FBI + NCSC-UK', expected: true },
  { written: 'CISA + 18 partner agencies (11 nations)', expected: true },
  { written: 'ODNI + FBI (joint public attribution)', expected: false },
  { written: 'Mandiant (partner of Google)', expected: false },
])('isJoint: $written', ({ written, expected }) => {
  expect(isJoint(written, accusersIn(written))).toBe(expected);
});

test.each([
  { accuser: vendor('Symantec'), publisher: 'Symantec Security Response', id: 'x/1', expected: true },
  { accuser: vendor('BAE Systems'), publisher: 'Symantec', id: 'x/1', expected: false },
  { accuser: vendor('FireEye'), publisher: 'Mandiant (Google Cloud)', id: 'x/1', expected: true },
  { accuser: vendor('Check Point'), publisher: 'Research', id: 'researchcheckpoint/2023', expected: true },
  { accuser: vendor('Cisco Talos'), publisher: 'blogtalosintelligence', id: 'x/1', expected: true },
  { accuser: vendor('Cisco Talos'), publisher: 'CFR (citing Cisco Talos)', id: 'cfr/1', expected: false },
  { accuser: state('GB', 'ncsc'), publisher: 'CISA / UK NCSC (joint)', id: 'cisa/1', expected: true },
  { accuser: state('GB', 'ncsc'), publisher: 'US CISA', id: 'cisa/1', expected: false },
])('isPublisher: $publisher, $id', ({ accuser, publisher, id, expected }) => {
  expect(isPublisher(accuser, { publisher, id })).toBe(expected);
});

test.each([
  { accuser: state('US', 'dhs'), publisher: 'US CISA', expected: true },
  { accuser: state('US', 'ofac'), publisher: 'US Department of the Treasury', expected: false },
  { accuser: state('US'), publisher: 'US CISA', expected: false },
])('isOfOtherAgency: $publisher', ({ accuser, publisher, expected }) => {
  expect(isOfOtherAgency(accuser, { publisher })).toBe(expected);
});
