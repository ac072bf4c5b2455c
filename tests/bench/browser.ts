/**
 * `npm run bench:browser [-- --json] [--write FILE] [--only SECTION] [FOLDER]`: the built extension in Chromium, on
 * the demo page, on generated pages and on a folder of saved pages. Prints Markdown tables and whether each budget
 * was met; asserts nothing. Run `npm run build` first.
 */
import { readArguments, report } from './output.ts';
import { delays } from './page/delays.ts';
import { memory } from './page/memory.ts';
import { pagePeers } from './page/peers.ts';
import { pointer } from './page/pointer.ts';
import { reading } from './page/reading.ts';

const request = readArguments();
await report(
  'bench:browser',
  { reading: () => reading(request.folder), delays, pointer, memory, peers: pagePeers },
  request,
);
