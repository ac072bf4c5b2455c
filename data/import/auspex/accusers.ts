import { GOVERNMENTS, PARTNERS, PRESS, VENDORS } from './organisations';
import type { SourceRow } from './rows';

/** Who made an attribution, read out of AUSPEX's free field. */
export type Accuser =
  | { country: string; agencies: string[] }
  | { org: string; kind: 'vendor-report' | 'media-report' }
  | { self: true };

/** Officials without a name, and leaked papers, are not their government: what the paper says, the paper says. */
const UNNAMED =
  /via Time\b|snowden|\bofficials\b|anonymous|people familiar|four people|intelligence community|via (the )?(washington post|wapo|yahoo)|per (washington post|nyt|yahoo)/i;

/** Neither a body nor a publication. */
const NOBODY =
  /consensus|retrospective|inference|no source names|initial vendor|cluster overlap|industry|analyst public-linking/i;

const SELF = /self-?\s?claim|self-identified|self-proclaimed|self-labelled/i;

/** Others who signed the same text: `(with Five Eyes)`, `partners (Netherlands MIVD, …)`, `+ 18 partner agencies`. */
const JOINT = /five eyes|\bpartners?\b|trilateral|\d+-government/i;

/**
 * The accusers named in `written`, in no more than one entry each: `CISA + FBI + NCSC-UK` is the US and the
 * UK. Remarks in brackets ("via The Record") are passed over unless they list partners or nothing else is
 * named. A claim counts as the group's own only where nobody else is named before it. Empty where nobody is:
 * "journalism consensus".
 */
export function accusersIn(written: string): Accuser[] {
  const claim = SELF.exec(written);
  if (claim) {
    const before = named(withoutRemarks(written.slice(0, claim.index).replace(/\([^)]*$/, '')));
    return before.length ? before : [{ self: true }];
  }
  if (UNNAMED.test(written)) return pressIn(written);
  const cited = /\((?:citing|per|relayed[^)]*via) ([^)]+)\)/i.exec(written)?.[1];
  const found = named(/^CFR /.test(written) && cited ? cited : withoutRemarks(written));
  if (found.length) return found;
  return NOBODY.test(written) ? [] : named(written);
}

/** The paper named in `written` that published the page: it speaks for itself, unless it is said to pass on. */
export function paperIn(written: string, page: Pick<SourceRow, 'publisher' | 'id'>): Accuser[] {
  return PRESS.filter(([pattern]) => pattern.test(withoutRemarks(written)))
    .map(([, org]): Accuser => ({ org, kind: 'media-report' }))
    .filter((paper) => isPublisher(paper, page));
}

/** Whether several governments signed, those that AUSPEX does not name included. */
export function isJoint(written: string, accusers: readonly Accuser[]): boolean {
  const governments = accusers.filter((accuser) => 'country' in accuser).length;
  return governments > 1 || (governments === 1 && JOINT.test(written));
}

/**
 * Whether the accuser published a page, by the publisher in AUSPEX's words and the folder of the page's id, which
 * may be its host without dots: `researchcheckpoint`. Its own page bears out what it said, and when.
 */
export function isPublisher(accuser: Accuser, { publisher, id }: Pick<SourceRow, 'publisher' | 'id'>): boolean {
  const text = publisher.replace(/\((?:citing|per|report)[^)]*\)?/gi, ' ');
  if ('country' in accuser) return governmentsIn(text).some(({ country }) => country === accuser.country);
  if ('self' in accuser) return false;
  const names = accuser.kind === 'vendor-report' ? VENDORS : PRESS;
  const houses = names.filter(([, org]) => houseOf(org) === houseOf(accuser.org));
  const host = squeezed(id.split('/')[0]!);
  return houses.some(([pattern, org]) => pattern.test(text) || `${squeezed(text)} ${host}`.includes(squeezed(org)));
}

/** Whether a page is one of the accuser's country, but of agencies that did not accuse: it tells nothing of the day. */
export function isOfOtherAgency(accuser: Accuser, { publisher }: Pick<SourceRow, 'publisher'>): boolean {
  if (!('country' in accuser) || !accuser.agencies.length) return false;
  const ours = accuser.agencies.map(departmentOf);
  const theirs = governmentsIn(publisher).find(({ country }) => country === accuser.country)?.agencies ?? [];
  return theirs.length > 0 && !theirs.some((agency) => ours.includes(departmentOf(agency)));
}

function departmentOf(agency: string): string {
  return /^agency:us-(ofac|fincen)$/.test(agency) ? 'agency:us-treasury' : agency;
}

/** Whether a page is one of a news organisation, whatever kind AUSPEX gives it. */
export function isOfPress({ publisher, id }: Pick<SourceRow, 'publisher' | 'id'>): boolean {
  const host = squeezed(id.split('/')[0]!);
  return PRESS.some(([, org]) => squeezed(publisher) === squeezed(org) || host === squeezed(org));
}

/** FireEye published as FireEye, as Mandiant and as both. */
function houseOf(org: string): string {
  return org === 'FireEye' ? 'Mandiant' : org;
}

/** `Cisco Talos` → `talos`, as in `blogtalosintelligence`; `Check Point` → `checkpoint`. */
function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(cisco|the) /, '')
    .replace(/[^a-z0-9]/g, '');
}

function withoutRemarks(written: string): string {
  return written
    .replace(/\([^)]*\)/g, (remark, at: number) =>
      JOINT.test(remark) || /partners $|five eyes $/i.test(written.slice(0, at)) ? remark.replace(/[()]/g, ' ') : ' ',
    )
    .split(
      /, (?:via|citing|per|as reported by|relayed by|reported by|not the)|; reported by|\bvia\b|; [A-Z][\w-]+ nexus/,
    )[0]!;
}

function named(text: string): Accuser[] {
  const governments = governmentsIn(text);
  const vendors = [...new Set(VENDORS.filter(([pattern]) => pattern.test(text)).map(([, org]) => org))];
  const companies = vendors.map((org): Accuser => ({ org, kind: 'vendor-report' }));
  // A paper beside a body that spoke for itself has only passed it on.
  return governments.length || companies.length ? [...governments, ...companies] : pressIn(text);
}

function governmentsIn(text: string): { country: string; agencies: string[] }[] {
  const found = new Map<string, Set<string>>();
  const isSigned = JOINT.test(text);
  for (const [pattern, country, agency] of isSigned ? [...GOVERNMENTS, ...PARTNERS] : GOVERNMENTS) {
    if (!pattern.test(text)) continue;
    const agencies = found.get(country) ?? new Set();
    found.set(country, agency ? agencies.add(agency) : agencies);
  }
  if (/five eyes/i.test(text)) {
    for (const country of ['US', 'GB', 'CA', 'AU', 'NZ']) found.set(country, found.get(country) ?? new Set());
  }
  return [...found].map(([country, agencies]) => ({ country, agencies: [...agencies] }));
}

/** The paper named first did the work; those behind it repeat it. */
function pressIn(text: string): Accuser[] {
  const [first] = PRESS.flatMap(([pattern, org]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [{ at, org }];
  }).sort((a, b) => a.at - b.at);
  return first ? [{ org: first.org, kind: 'media-report' }] : [];
}
