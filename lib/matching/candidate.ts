import type { Signal } from './index-format';
import type { Claim } from './name-index';

/** A signal word in a text. */
export interface SignalHit {
  start: number;
  end: number;
  signal: Signal;
}

/** A name in a text with all that its surroundings say; holds no text beyond the name as written. */
export interface Candidate {
  start: number;
  end: number;
  /** Claims of entities that this spelling may stand for, wrong letter case and `never` sorted out. */
  claims: Claim[];
  /** The name as written, spaces and width evened out. */
  written: string;
  /** Words right before or after that make it a group's name. */
  introducedBy?: string;
  /** Told by country and role or by victim and act, not named. */
  described?: true;
  /** Whether there has to be talk of hacking near it, whatever else speaks for it. */
  needsCyber?: true;
  /** Whether it looks cut out of a longer name: "Royal" of "Royal Mail", "Play" of "Google Play". */
  isPartOfName: boolean;
  /** With the capitalised word before it: "Fancy Lazarus". */
  longer?: string;
  /** A group's sure name right beside it in a list: "APT33 and Gorgon". */
  listedWith?: string;
  /** Country of a sure body right beside it in a list: "the Communications Security Establishment and CSIS". */
  listedCountry?: string;
  /** Country whose the text says it is: "the Dutch NCSC", "Malta’s NCSC", "the NCSC of Ireland". */
  ofCountry?: string;
  /** Country in whose language the text around it is written, as far as letters tell. */
  spokenIn?: string;
  /** What people do or have stands right beside it: "claimed", "leak site", "members of". */
  actsAsGroup?: true;
  /** Weight of hacking vocabulary within `NEAR` units. */
  cyberNear: number;
  /** Signals within `NEAR` units that speak of a country, a year or a namesake's surroundings. */
  near: SignalHit[];
}
