import { GOVERNMENTS, PRESS, VENDORS } from './organisations';

/** Who made an attribution, read out of AUSPEX's free field. */
export type Accuser =
  | { country: string; agencies: string[] }
  | { org: string; kind: 'vendor-report' | 'media-report' }
  | { self: true };

/** Officials who speak without a name are not their government: what the paper says, the paper says. */
const UNNAMED =
  /via Time\b|\bofficials\b|anonymous|people familiar|four people|intelligence community|via (the )?(washington post|wapo|yahoo)|per (washington post|nyt|yahoo)/i;

/** Neither a body nor a publication. */
const NOBODY =
  /consensus|retrospective|inference|no source names|initial vendor|cluster overlap|industry|analyst public-linking/i;

const SELF = /self-?\s?claim|self-identified|self-proclaimed|self-labelled/i;

/**
 * The accusers named in `written`, in no more than one entry each: `CISA + FBI + NCSC-UK` is the US and the
 * UK. Remarks in brackets ("via The Record") are passed over unless nothing else is named. Empty where nobody
 * is: "journalism consensus".
 */
export function accusersIn(written: string): Accuser[] {
  if (SELF.test(written)) return [{ self: true }];
  if (UNNAMED.test(written)) return pressIn(written);
  const cited = /\((?:citing|per|relayed[^)]*via) ([^)]+)\)/i.exec(written)?.[1];
  const plain =
    /^CFR /.test(written) && cited
      ? cited
      : written
          .replace(/\([^)]*\)/g, ' ')
          .split(
            /, (?:via|citing|per|as reported by|relayed by|reported by)|; reported by|\bvia\b|; [A-Z][\w-]+ nexus/,
          )[0]!;
  const found = named(plain);
  if (found.length) return found;
  return NOBODY.test(written) ? [] : named(written);
}

function named(text: string): Accuser[] {
  const governments = governmentsIn(text);
  const vendors = [...new Set(VENDORS.filter(([pattern]) => pattern.test(text)).map(([, org]) => org))];
  const companies = vendors.map((org): Accuser => ({ org, kind: 'vendor-report' }));
  // A paper beside a body that spoke for itself has only passed it on.
  return governments.length || companies.length ? [...governments, ...companies] : pressIn(text);
}

function governmentsIn(text: string): Accuser[] {
  const found = new Map<string, Set<string>>();
  for (const [pattern, country, agency] of GOVERNMENTS) {
    if (!pattern.test(text)) continue;
    const agencies = found.get(country) ?? new Set();
    found.set(country, agency ? agencies.add(agency) : agencies);
  }
  if (/five eyes/i.test(text)) {
    for (const country of ['US', 'GB', 'CA', 'AU', 'NZ']) found.set(country, found.get(country) ?? new Set());
  }
  return [...found].map(([country, agencies]) => ({ country, agencies: [...agencies] }));
}

function pressIn(text: string): Accuser[] {
  const orgs = new Set(PRESS.filter(([pattern]) => pattern.test(text)).map(([, org]) => org));
  // The first paper named did the work; those behind it repeat it.
  return [...orgs].slice(0, 1).map((org) => ({ org, kind: 'media-report' }));
}
