import type { EntityKind } from '../model/record';

export interface SamplePart {
  text: string;
  kind?: EntityKind;
  isUncertain?: boolean;
}

/** A paragraph that names every category, and one thing that it does not settle. */
export const SAMPLE: readonly SamplePart[] = [
  { text: 'Prosecutors say ' },
  { text: 'APT31', kind: 'actor' },
  { text: ' worked for the ' },
  { text: 'Ministry of State Security', kind: 'agency' },
  { text: '. The UK’s ' },
  { text: 'NCSC', kind: 'agency' },
  { text: ' calls that almost certain, but ties ' },
  { text: 'the Electoral Commission breach', kind: 'incident' },
  { text: ' to an actor it does not name. Of ' },
  { text: 'China’s spy agency', kind: 'agency', isUncertain: true },
  { text: ' the page says no more.' },
];
