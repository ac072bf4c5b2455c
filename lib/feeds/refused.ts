/** Every way in which a feed can be refused. The sentence is all that a reader sees, so each says what is the matter. */
const SENTENCES = {
  // The address
  'no-address': () => 'That is no web address.',
  'address-not-https': () => 'The address has to begin with https://.',
  'address-with-password': () => 'The address holds a user name or password; give one without.',
  redirect: () => 'The address sends on to another one; a feed needs its final address.',
  unreachable: () => 'The address can’t be reached: no connection, no such host, or no valid certificate.',
  'no-answer': (seconds: string) => `The server did not answer within ${seconds} seconds.`,
  stalled: (seconds: string) => `The server stopped sending for ${seconds} seconds.`,
  'too-slow': (seconds: string) => `The server sent too slowly: not done after ${seconds} seconds.`,
  'cut-off': () => 'The connection broke off in the middle of the download.',
  'not-found': (status = '404') => `The server says that there is nothing at this address (${status}).`,
  forbidden: (status: string) => `The server does not let us read this address (${status}).`,
  'too-many-requests': () => 'The server asks for fewer requests (429); it will be asked again later.',
  'server-error': (status: string) => `The server has a fault of its own (${status}).`,
  'odd-answer': (status: string) => `The server gave an answer that a feed can’t be read from (${status}).`,
  'no-permission': (host: string) => `The browser was not allowed to ask ${host}.`,
  // The bytes
  'too-large': (limit: string) => `It is larger than ${limit}.`,
  empty: () => 'It is empty.',
  'not-utf8': () => 'It is not in UTF-8.',
  'web-page': () => 'The answer is a web page instead of data, perhaps a sign-in page.',
  'cut-short': () => 'The data ends in the middle.',
  'not-json': () => 'It is not valid JSON.',
  'too-deep': (depth: string) => `Its data is nested more than ${depth} deep.`,
  'too-many-values': (count: string) => `It holds more than ${count} lists and objects.`,
  'prototype-key': (key: string) => `It has a field called “${key}”, which no feed needs.`,
  // The form
  'unknown-form': () =>
    'It is in none of the forms that can be read: ours, STIX 2.1, MISP galaxy, Microsoft’s map, a list of names.',
  'other-form': (is: string, wanted: string) => `It is ${is} now; this feed was ${wanted}.`,
  'wrong-shape': (what: string) => `Its form is wrong: ${what}.`,
  'nothing-to-read': (what: string) => `It names no group, agency or incident: it holds ${what}.`,
  'too-many-entities': (count: string) => `It holds more than ${count} entities.`,
  'too-many-names': (count: string) => `It holds more than ${count} names.`,
  'too-many-events': (count: string) => `It holds more than ${count} attributions.`,
  'duplicate-id': (id: string) => `It uses the id “${id}” twice.`,
  'bad-id': (id: string) => `“${id}” is not an id of this form.`,
  'bad-record': (where: string, what: string) => `The record ${where} is faulty: ${what}.`,
  'unsafe-address': (address: string) => `It holds an address that is no web address: “${address}”.`,
  // The names
  'name-empty': (where: string) => `A name of ${where} is empty.`,
  'name-too-long': (name: string, most: string) => `The name “${name}” is longer than ${most} characters.`,
  'name-control': (name: string) => `The name “${name}” holds characters that can’t be seen.`,
  'name-markup': (name: string) => `The name “${name}” holds HTML or script.`,
  'name-single': (name: string) => `The name “${name}” is a single letter or sign.`,
  'name-stop-word': (name: string) => `The name “${name}” is a word that stands on every page.`,
  'name-lookalike': (name: string) => `The name “${name}” mixes letters of several alphabets that look alike.`,
  // The signed form
  'no-signature': () => 'It is not signed.',
  'wrong-signature': () => 'Its signature does not fit: it was changed after signing, or damaged.',
  'unknown-key': () => 'It is signed with a key that this extension does not trust.',
  'other-feed': (name: string) => `It is the signed feed “${name}”, not the one subscribed to.`,
  'older-version': (version: string, known: string) =>
    `It is version ${version}, older than ${known}, which was here already.`,
  'changed-version': (version: string) => `It is version ${version} again, with other content.`,
  expired: (day: string) => `It expired on ${day}.`,
  'from-the-future': (day: string) =>
    `It says that it was published on ${day}, which is not yet: the clock of this computer, or the feed, is wrong.`,
  'clock-wrong': (day: string) =>
    `The clock of this computer shows ${day}, before this extension was made; set it right to update.`,
  'newer-format': () => 'It is in a newer form than this version of the extension can read.',
  'wrong-part': (part: string) => `The part ${part} is not what the signed list says: changed, damaged or missing.`,
  // The browser
  'no-ed25519': () => 'This version of the browser can’t check its signature; a newer one can.',
  'storage-full': () => 'The browser has no room left for it.',
  'storage-broken': () => 'The browser could not read or write its storage.',
  interrupted: () => 'The browser was closed, or stopped the extension, in the middle of the work.',
  stopped: () => 'You stopped it.',
  gone: () => 'It is no longer in the browser’s storage; load it again.',
  unexpected: (what: string) => `Something went wrong that should not: ${what}.`,
} as const satisfies Record<string, (...details: string[]) => string>;

export type RefusalCode = keyof typeof SENTENCES;

/** A feed, or a version of one, was refused; nothing has changed. `message` is one sentence for the reader. */
export class FeedRefused extends Error {
  readonly code: RefusalCode;
  /** Seconds after which the server wants to be asked again, where it says so. */
  retryAfter?: number;

  constructor(code: RefusalCode, ...details: string[]) {
    const sentence = SENTENCES[code] as (...details: string[]) => string;
    super(sentence(...details.map(readable)));
    this.name = 'FeedRefused';
    this.code = code;
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
