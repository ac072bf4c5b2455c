import type { Reason } from '../model/mention';
import { listNames } from './words';

/** Why a mention was taken as this entity; empty where its name says it all. */
export function reasonText({ rule, evidence }: Reason): string {
  const words = listNames(evidence.slice(0, 4).map((word) => `“${word}”`));
  switch (rule) {
    case 'distinctive':
    case 'written-case':
      return '';
    case 'introduced':
      return `Taken as a group’s name: ${words} stands next to it.`;
    case 'same-form':
      return 'Taken so because this page calls it a group elsewhere.';
    case 'same-entity':
    case 'linked':
      return `Taken so because this page also has ${words}.`;
    case 'country':
    case 'year':
      return words ? `Taken so because this page has ${words}.` : 'Taken so by the address of this page.';
    case 'vocabulary':
      return 'Taken so because the text around it is about hacking or espionage.';
    case 'described':
      return 'Not named here, but described by country and role.';
    case 'unresolved':
      return 'The page gives no clear sign, so none is assumed.';
  }
}
