import { FeedRefused } from '../refused';

/**
 * The address of a feed as the reader gives it, in the form in which it is asked: https, and nothing of the
 * reader's in it. Where `allowsLocalHttp`, a server on this machine may speak http; only builds for tests do.
 *
 * @throws FeedRefused `no-address`, `address-not-https`, `address-with-password`
 */
export function feedAddress(text: string, { allowsLocalHttp = false } = {}): string {
  const url = parse(text.trim());
  const isLocal = url.protocol === 'http:' && /^(?:localhost|.+\.localhost|127\.0\.0\.1)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(isLocal && allowsLocalHttp)) throw new FeedRefused('address-not-https');
  if (url.username || url.password) throw new FeedRefused('address-with-password');
  url.hash = '';
  return url.href;
}

/** What a feed is called that has no other name: "example.org/actors.json". */
export function calledByAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1);
  return last ? `${hostname}/${last}` : hostname;
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new FeedRefused('no-address');
  }
}
