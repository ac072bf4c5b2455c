import { i18n } from '#i18n';
import type { Reason } from '../model/mention';
import { listNames } from './lists';
import { quoted } from './words';

/** Why a mention was taken as this entity; empty where its name says it all. */
export function reasonText({ rule, evidence }: Reason): string {
  const words = listNames(evidence.slice(0, 4).map(quoted));
  switch (rule) {
    case 'distinctive':
    case 'written-case':
      return '';
    case 'introduced':
      return i18n.t('reason.introduced', { words });
    case 'same-form':
      return i18n.t('reason.sameForm');
    case 'same-entity':
    case 'linked':
      return i18n.t('reason.linked', { words });
    case 'country':
    case 'year':
      return words ? i18n.t('reason.place', { words }) : i18n.t('reason.address');
    case 'vocabulary':
      return i18n.t('reason.vocabulary');
    case 'described':
      return i18n.t('reason.described');
    case 'unresolved':
      return i18n.t('reason.unresolved');
  }
}
