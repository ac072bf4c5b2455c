import { i18n } from '#i18n';
import type { Accused } from '../model/verdict';
import { keyPart } from './language/keys';
import { inSentence, nounName } from './places';
import { genitive } from './words';

/** Strengths that claim less than that a state did it, each with its own words. */
type Loose = 'state-sponsored' | 'state-affiliated';

/**
 * Whom a claim names, as its accuser did: "China’s MSS (Hubei)", "an unnamed actor affiliated with China". Empty
 * where the claim says it all.
 *
 * @param isActor whether the subject is a group itself, which needs not be named again.
 */
export function whomText(accused: Accused, isActor: boolean): string {
  const { strength, country } = accused;
  const state = country ? inSentence(country) : i18n.t('whom.state');
  const actor = actorOf(accused, isActor);
  if (accused.agency) {
    const agency = whoseAgency(accused);
    return actor ? i18n.t('whom.actorOf', { actor, agency }) : agency;
  }
  switch (strength) {
    case 'criminal':
    case 'unstated':
      return actor;
    case 'actor-only':
      return actor && i18n.t('whom.actorNoState', { actor });
    case 'unnamed-state':
      return i18n.t('whom.unnamedState');
    case 'from-territory':
      return actor ? i18n.t('whom.actorThere', { state, actor }) : state;
    case 'state-direct':
      return actor ? i18n.t('whom.actorOfState', { actor, state }) : state;
    case 'state-sponsored':
    case 'state-affiliated':
      return looselyText(accused, strength, isActor);
  }
}

/** The same in the fewest words, for a remark in passing. */
export function briefWhomText(accused: Accused, isActor: boolean): string {
  const actor = actorOf(accused, isActor);
  if (accused.agency) return actor || whoseAgency(accused);
  const isLoose = accused.strength === 'state-sponsored' || accused.strength === 'state-affiliated';
  if (!isLoose || (!actor && !isActor)) return whomText(accused, isActor);
  return actor || (accused.country ? inSentence(accused.country) : i18n.t('whom.state'));
}

function actorOf(accused: Accused, isActor: boolean): string {
  return isActor ? '' : (accused.actor?.name ?? '');
}

function looselyText(accused: Accused, strength: Loose, isActor: boolean): string {
  const { country } = accused;
  if (isActor)
    return i18n.t(`whom.as.${keyPart(strength)}`, { state: country ? inSentence(country) : i18n.t('whom.state') });
  const actor = actorOf(accused, isActor);
  const state = country ? nounName(country) : i18n.t('whom.state');
  return actor
    ? i18n.t(`whom.called.${keyPart(strength)}`, { actor, state })
    : i18n.t(`whom.unnamed.${keyPart(strength)}`, { state });
}

/** "China’s MSS (Hubei)". */
function whoseAgency(accused: Accused): string {
  const agency = agencyText(accused);
  if (!accused.country) return agency;
  const country = inSentence(accused.country);
  return i18n.t(`whom.agency.${genitive(country)}`, { country, agency });
}

/** "MSS (Hubei)" for a department, "GRU Unit 26165" where the name holds the parent's. */
function agencyText({ agency, parent }: Accused): string {
  const name = agency!.short ?? agency!.name;
  if (!parent) return name;
  const parentName = parent.short ?? parent.name;
  if (agency!.name.includes(parentName)) return agency!.name;
  const department = agency!.name.replace(/ State Security (?:Department|Bureau)$/, '');
  return i18n.t('whom.department', { parent: parentName, name: department });
}
