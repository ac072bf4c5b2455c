import type { Demand } from './index-format';

/**
 * The evidence model in one table: what a piece of evidence is worth, and how much a name needs.
 * Set by hand; `npm run accuracy` (issue 4) measures what a change does.
 */
export const WEIGHTS = {
  /** "the hacking group X", "X hackers", "also known as X". */
  introduced: 4,
  /** It stands in a list with a group's sure name: "APT33 and Gorgon". */
  listed: 2.5,
  /** What people do or have stands beside it: "X claimed", "X’s leak site", "members of X". */
  actsAsGroup: 1.5,
  /** The same entity stands on the page under a sure name. */
  sameEntity: 4,
  /** It is the entity's main name, and only an alias of its namesakes. */
  ownName: 1,
  /** The same written name is called a group elsewhere on the page. */
  sameForm: 2.5,
  /** An entity that the record ties to it stands on the page under a sure name. */
  linked: 1.5,
  /** One unit of hacking vocabulary near the name; a strong word has three. */
  vocabularyNear: 0.35,
  /** … at most. */
  vocabularyNearMost: 2.1,
  /** Its country is spoken of near the name, and anywhere on the page. */
  countryNear: 1.5,
  countryOnPage: 0.75,
  /** The text says whose it is: "the Dutch NCSC". */
  countryBeside: 3,
  /** Near the name only other countries are spoken of, and its own nowhere on the page. */
  elsewhere: -1,
  /** It stands in a list with a body of that country. */
  listedCountry: 1,
  /** A word that tells this body from its namesakes, near and anywhere. */
  tellNear: 2.5,
  tellOnPage: 1.5,
  /** The text is written in the language of that country. */
  countryOfLanguage: 0.75,
  /** The page's address belongs to that country. */
  countryOfHost: 1,
  /** The year that the pattern asks for stands near. */
  year: 2,
} as const;

/** Evidence a name of class "context" or "shared" needs, by how ordinary the word is. */
export const DEMANDS: Readonly<Record<Demand, number>> = {
  0: 0,
  /** Acronym or rare word: some sign that this is the subject. */
  1: 0.75,
  /** Known word or given name: clear signs. */
  2: 2,
  /** Everyday word: has to be named as a group, or known on the page. */
  3: 3.9,
};

/** By how much the best of several namesakes must lead to be taken. */
export const LEAD = 1;

/** Certainty of a name that needs no evidence. */
export const SURE = 0.98;
/** Certainty of a body that is described and not named: faint. */
export const DESCRIBED = 0.6;
/** Certainty of a name that only this page gives to a group. */
export const INTRODUCED_HERE = 0.85;
/** From here on, a mention vouches for others. */
export const VOUCHES_FROM = 0.8;
