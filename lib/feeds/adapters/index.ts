import type { Steps } from '../../matching/steps';
import type { FeedContent, FeedFormat, FeedIdentity } from '../content';
import type { FeedDocument } from '../reading/feed-document';
import { FeedRefused } from '../refused';
import type { FeedAdapter } from './adapter';
import { microsoft } from './microsoft';
import { misp } from './misp';
import { own } from './own';
import { stix } from './stix/stix';
import { watchList } from './watch-list';

const ADAPTERS: readonly FeedAdapter[] = [own, stix, misp, microsoft, watchList];

/** The form of a document. @throws FeedRefused `unknown-form` */
export function formatOf(document: FeedDocument): FeedFormat {
  const adapter = ADAPTERS.find((one) => one.recognises(document));
  if (!adapter) throw new FeedRefused('unknown-form');
  return adapter.format;
}

/**
 * Reads what a feed says.
 *
 * @param wanted the form that it had so far; left out, whatever it is.
 * @throws FeedRefused
 */
export function* readFeed(document: FeedDocument, feed: FeedIdentity, wanted?: FeedFormat): Steps<FeedContent> {
  const format = formatOf(document);
  if (wanted && format !== wanted) throw new FeedRefused('other-form', { is: format, wanted });
  return yield* ADAPTERS.find((one) => one.format === format)!.read(document, feed);
}
