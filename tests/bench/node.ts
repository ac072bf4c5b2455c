/**
 * `npm run bench [-- --json] [--write FILE] [--only SECTION]`: matching, index and record store in Node. Prints
 * Markdown tables and whether each budget was met; asserts nothing.
 */
import { againstPeers } from './matching/against-peers.ts';
import { contextRules } from './matching/context-rules.ts';
import { growth } from './matching/growth.ts';
import { indexSize } from './matching/index-size.ts';
import { largeFeedSection } from './matching/large-feed.ts';
import { recordStore } from './matching/records.ts';
import { readArguments, report } from './output.ts';
import { search } from './search.ts';

await report(
  'bench',
  {
    index: indexSize,
    peers: againstPeers,
    context: contextRules,
    growth,
    records: recordStore,
    feeds: largeFeedSection,
    search,
  },
  readArguments(),
);
