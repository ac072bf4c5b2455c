import type { FeedFormat } from './content';

/**
 * Every way in which a feed can be refused, and what its sentence says of the case. The sentences themselves are
 * `feeds.refused` of `lib/locales`, in every language; each is all that a reader sees, so it says what is the matter.
 */
export const REFUSALS = {
  // The address
  'no-address': {},
  'address-not-https': {},
  'address-with-password': {},
  redirect: {},
  unreachable: {},
  'no-answer': { seconds: 'number' },
  stalled: { seconds: 'number' },
  'too-slow': { seconds: 'number' },
  'cut-off': {},
  'not-found': { status: 'text' },
  forbidden: { status: 'text' },
  'too-many-requests': {},
  'server-error': { status: 'text' },
  'odd-answer': { status: 'text' },
  'no-permission': { host: 'text' },
  // The bytes
  'too-large': { limit: 'bytes' },
  empty: {},
  'not-utf8': {},
  'web-page': {},
  'cut-short': {},
  'not-json': {},
  'too-deep': { depth: 'number' },
  'too-many-values': { count: 'number' },
  'prototype-key': { key: 'text' },
  // The form
  'unknown-form': {},
  'other-form': { is: 'form', wanted: 'form' },
  'wrong-shape': { where: 'place' },
  'no-field': { field: 'text' },
  'other-cluster': { type: 'text' },
  'nothing-to-read': {},
  'too-many-entities': { count: 'number' },
  'too-many-names': { count: 'number' },
  'too-many-aliases': { where: 'place', count: 'number' },
  'too-many-events': { count: 'number' },
  'duplicate-id': { id: 'text' },
  'bad-id': { id: 'text' },
  'bad-kind': { where: 'place', kind: 'text' },
  'bad-country': { where: 'place', country: 'text' },
  'bad-record': { where: 'place', what: 'text' },
  'unsafe-address': { address: 'text' },
  // The names
  'name-not-text': { where: 'place' },
  'name-empty': { where: 'place' },
  'name-too-long': { name: 'text', most: 'number' },
  'name-control': { name: 'text' },
  'name-markup': { name: 'text' },
  'name-single': { name: 'text' },
  'name-stop-word': { name: 'text' },
  'name-lookalike': { name: 'text' },
  // The signed form
  'no-signature': {},
  'wrong-signature': {},
  'unknown-key': {},
  'other-feed': { name: 'text' },
  'older-version': { version: 'text', known: 'text' },
  'changed-version': { version: 'text' },
  expired: { day: 'day' },
  'from-the-future': { day: 'day' },
  'clock-wrong': { day: 'day' },
  'newer-format': {},
  'wrong-part': { part: 'text' },
  // The browser
  'no-ed25519': {},
  'storage-full': {},
  'storage-broken': {},
  interrupted: {},
  stopped: {},
  gone: {},
  unexpected: { what: 'text' },
} as const satisfies Record<string, Record<string, keyof DetailTypes>>;

/** What a detail is: whoever words it writes numbers, days and names of forms as the language does. */
export interface DetailTypes {
  /** What somebody else wrote, or a schema says: shown as it is, but short. */
  text: string;
  /** Where in the feed: an id, a path like `objects[3]`, or `line 3` of a list. */
  place: string;
  number: number;
  bytes: number;
  /** ISO date, UTC */
  day: string;
  form: FeedFormat;
}

export type RefusalCode = keyof typeof REFUSALS;

type DetailsOf<Code extends RefusalCode> = {
  readonly [Name in keyof (typeof REFUSALS)[Code]]: (typeof REFUSALS)[Code][Name] extends keyof DetailTypes
    ? DetailTypes[(typeof REFUSALS)[Code][Name]]
    : never;
};

type Given<Code extends RefusalCode> = Code extends RefusalCode
  ? keyof (typeof REFUSALS)[Code] extends never
    ? []
    : [details: DetailsOf<Code>]
  : never;

/** A refusal as it travels and is kept: without words, so that it is read in the language of whoever reads it. */
export interface Refusal {
  code: RefusalCode;
  details: Readonly<Record<string, string | number>>;
}

/** A feed, or a version of one, was refused; nothing has changed. `message` is for developers: `worded` is for readers. */
export class FeedRefused<Code extends RefusalCode = RefusalCode> extends Error implements Refusal {
  readonly code: Code;
  readonly details: Refusal['details'];
  /** Seconds after which the server wants to be asked again, where it says so. */
  retryAfter?: number;

  constructor(code: Code, ...given: Given<Code>) {
    const [details = {}] = given as [Refusal['details']?];
    const short = Object.entries(details).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'string' ? readable(value) : value,
    ]);
    super([code, ...short.map(([name, value]) => `${name}: ${value}`)].join(', '));
    this.name = 'FeedRefused';
    this.code = code;
    this.details = Object.fromEntries(short);
  }
}

/** What comes from a feed is shown short, on one line and without direction marks or characters that can't be seen. */
function readable(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...line];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : line;
}
