import type { Actor } from '../../model/actor';
import type { RawName } from './actor-names';
import { vendorByScheme } from './naming-schemes';

/** One row of Microsoft's map of its own names to its former ones and to other vendors'. */
export interface MicrosoftRow {
  'Threat actor name': string;
  'Origin/Threat': string;
  'Other names': string;
}

export interface MicrosoftActor {
  name: string;
  class: Actor['class'];
  country?: string;
  names: RawName[];
}

const COUNTRIES: Readonly<Record<string, string>> = {
  Austria: 'AT',
  Belarus: 'BY',
  China: 'CN',
  India: 'IN',
  Iran: 'IR',
  Israel: 'IL',
  Lebanon: 'LB',
  'North Korea': 'KP',
  Pakistan: 'PK',
  'Palestinian Authority': 'PS',
  Russia: 'RU',
  Singapore: 'SG',
  'South Korea': 'KR',
  Syria: 'SY',
  Türkiye: 'TR',
  Turkey: 'TR',
  Ukraine: 'UA',
  'United Arab Emirates': 'AE',
  'United States': 'US',
  Vietnam: 'VN',
};

export function readMicrosoftRow(row: MicrosoftRow): MicrosoftActor {
  const name = row['Threat actor name'].trim();
  const threats = row['Origin/Threat'].split(',').map((part) => part.trim());
  const country = threats
    .map((threat) => (Object.hasOwn(COUNTRIES, threat) ? COUNTRIES[threat] : undefined))
    .find(Boolean);
  const names = [{ text: name, vendor: 'Microsoft' }, ...row['Other names'].split(',').map(otherName)];
  return { name, class: classOf(threats, country), ...(country ? { country } : {}), names };
}

/** Other vendors' names cover what Microsoft's covers only more or less: they are not said to be exact. */
function otherName(written: string): RawName {
  const text = written.trim();
  if (/^(?:DEV|Storm)-\d{4}$/i.test(text)) return { text, vendor: 'Microsoft', relation: 'former-name' };
  return { text, vendor: vendorByScheme(text), relation: 'overlaps' };
}

function classOf(threats: readonly string[], country: string | undefined): Actor['class'] {
  const text = threats.join(' ').toLowerCase();
  if (text.includes('private sector')) return 'contractor';
  if (text.includes('influence')) return 'influence';
  if (text.includes('financially')) return 'criminal';
  return country ? 'state-affiliated' : 'unknown';
}
