import type { EntityKind } from '../model/record';

export interface SamplePart {
  text: string;
  kind?: EntityKind;
  isUncertain?: boolean;
  /** Told by country and role: shown faint, to who asks for it. */
  isDescribed?: boolean;
}

/** A paragraph that names every category, one thing that it does not settle, and one that it describes. */
export const SAMPLE: readonly SamplePart[] = [
  { text: 'Prosecutors say ' },
  { text: 'APT31', kind: 'actor' },
  { text: ' worked for the ' },
  { text: 'Ministry of State Security', kind: 'agency' },
  { text: '. The UK’s ' },
  { text: 'NCSC', kind: 'agency' },
  { text: ' calls that almost certain, but ties ' },
  { text: 'the Electoral Commission breach', kind: 'incident' },
  { text: ' to an actor it does not name. Whether ' },
  { text: 'Mercury', kind: 'actor', isUncertain: true },
  { text: ' is the group, the page leaves open; ' },
  { text: 'China’s spy agency', kind: 'agency', isUncertain: true, isDescribed: true },
  { text: ' it only describes.' },
];
