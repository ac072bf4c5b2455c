import { expect, test } from 'vitest';
import { accusersIn } from '../../../data/import/auspex/accusers';

const vendor = (org: string) => ({ org, kind: 'vendor-report' });
const press = (org: string) => ({ org, kind: 'media-report' });

test.each([
  { written: 'Mandiant', expected: [vendor('Mandiant')] },
  { written: 'FireEye / Mandiant', expected: [vendor('Mandiant')] },
  { written: 'Mandiant (Google Threat Intelligence)', expected: [vendor('Mandiant')] },
  { written: 'Citizen Lab + Lookout', expected: [vendor('Citizen Lab'), vendor('Lookout')] },
  { written: 'Microsoft (MSTIC), via CyberScoop', expected: [vendor('Microsoft')] },
  { written: 'CFR Cyber Operations Tracker (citing Cisco Talos)', expected: [vendor('Cisco Talos')] },
  { written: 'CISA + FBI', expected: [{ country: 'US', agencies: ['agency:us-fbi', 'agency:us-cisa'] }] },
  {
    written: 'FBI + NCSC-UK',
    expected: [
      { country: 'US', agencies: ['agency:us-fbi'] },
      { country: 'GB', agencies: ['agency:gb-ncsc'] },
    ],
  },
  {
    written: 'UK NCSC + Five Eyes',
    expected: [
      { country: 'GB', agencies: ['agency:gb-ncsc'] },
      ...['US', 'CA', 'AU', 'NZ'].map((country) => ({ country, agencies: [] })),
    ],
  },
  { written: 'The Record (Recorded Future News), reporting a ministry', expected: [press('The Record')] },
  { written: 'US officials / New York Times', expected: [press('The New York Times')] },
  { written: 'Qilin (leak-site self-claim)', expected: [{ self: true }] },
  { written: 'journalism consensus', expected: [] },
])('accusersIn: $written', ({ written, expected }) => {
  expect(accusersIn(written)).toEqual(expected);
});
