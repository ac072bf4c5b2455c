import { joinedBytes } from '../../matching/joined-bytes';
import { runToEnd } from '../../matching/steps';
import { FeedRefused } from '../refused';
import { Patience } from './patience';

/** What tells a server which version is here already. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface DownloadOptions {
  /** Most bytes of the body, as decoded. */
  limit: number;
  known?: Validators;
  /** Takes the body as it comes; the next portion is asked for when it is done. What it throws ends the download. */
  take: (bytes: Uint8Array, loaded: number, all: number | undefined) => void | Promise<void>;
  signal?: AbortSignal;
  fetch?: typeof fetch;
  /** Longest wait for the answer, and between two portions of it; and for the whole. Seconds. */
  patience?: { answer: number; whole: number };
}

export type Downloaded = { outcome: 'unchanged' } | ({ outcome: 'new' } & Validators);

/** Chromium ends a background whose request is not answered within 30 seconds, and any work after 5 minutes. */
const PATIENCE = { answer: 20, whole: 240 };

/**
 * Loads one address. Sends nothing of the reader's: no cookies, no referrer, nothing from a cache. Every
 * redirect is refused, so that no other host is ever asked than the one that the reader agreed to.
 *
 * @throws FeedRefused; the signal's reason where it was stopped; what `take` throws
 */
export async function download(url: string, options: DownloadOptions): Promise<Downloaded> {
  const { limit, known = {}, take, signal, patience = PATIENCE } = options;
  const clock = new Patience(patience, signal);
  try {
    const response = await clock.forAnswer(
      (options.fetch ?? fetch)(url, {
        signal: clock.signal,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        headers: conditions(known),
      }),
      'unreachable',
    );
    if (response.status === 304 && (known.etag || known.lastModified)) return { outcome: 'unchanged' };
    refuseStatus(response);
    const all = Number(response.headers.get('content-length')) || undefined;
    if (all !== undefined && all > limit) throw new FeedRefused('too-large', { limit });
    const reader = response.body!.getReader();
    for (let loaded = 0; ; ) {
      const { done, value } = await clock.forPortion(reader.read());
      if (done) break;
      loaded += value.byteLength;
      if (loaded > limit) throw new FeedRefused('too-large', { limit });
      await take(value, loaded, all);
    }
    return { outcome: 'new', ...validatorsOf(response) };
  } finally {
    // What is not read to its end is not loaded to its end either.
    clock.end();
  }
}

/** Loads a small file whole. */
export async function downloadWhole(
  url: string,
  options: Omit<DownloadOptions, 'take' | 'known'>,
): Promise<Uint8Array> {
  const portions: Uint8Array[] = [];
  await download(url, { ...options, take: (bytes) => void portions.push(bytes) });
  return runToEnd(joinedBytes(portions));
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    accept: 'application/json, text/csv, text/plain;q=0.9',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

function validatorsOf({ headers }: Response): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

function refuseStatus({ status, type, headers }: Response): void {
  if (status === 200) return;
  const is = { status: String(status) };
  // A browser hides what a redirect says; Node shows it.
  if (type === 'opaqueredirect' || (status > 300 && status < 400 && status !== 304)) throw new FeedRefused('redirect');
  if (status === 404 || status === 410) throw new FeedRefused('not-found', is);
  const refusal =
    status === 429
      ? new FeedRefused('too-many-requests')
      : status >= 500
        ? new FeedRefused('server-error', is)
        : status >= 400
          ? new FeedRefused('forbidden', is)
          : new FeedRefused('odd-answer', is);
  refusal.retryAfter = secondsUntil(headers.get('retry-after'));
  throw refusal;
}

/** `Retry-After` in either of its forms, to seconds from now. */
function secondsUntil(value: string | null): number | undefined {
  if (!value) return undefined;
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined;
}
