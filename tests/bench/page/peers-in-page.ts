import Mark from 'mark.js';
import { compileIndex } from '../../../lib/matching/compile';
import { openIndex } from '../../../lib/matching/name-index';
import { scan } from '../../../lib/matching/scan';
import { plainNames } from '../../fixtures/name-index';
import { alternation } from '../peers/alternation.ts';
import { regexPerName } from '../peers/regex-per-name.ts';
import { timeInterleaved } from '../timing.ts';

/** Runs in the page of `peers.ts`: what matchers take of the browser's own engine. */
export interface PeersInPage {
  match(text: string, names: string[]): ReturnType<typeof timeInterleaved<'matching' | 'alternation' | 'perName'>>;
  /** Marks the names on this page with mark.js, in ms. */
  mark(names: string[]): Promise<number>;
}

const inPage: PeersInPage = {
  match(text, names) {
    const index = openIndex(compileIndex(...plainNames(names)));
    const any = alternation.prepare(names);
    const each = regexPerName.prepare(names);
    return timeInterleaved({
      matching: () => scan(text, index),
      alternation: () => any(text),
      perName: () => each(text),
    });
  },
  mark: (names) =>
    new Promise((resolve) => {
      const start = performance.now();
      new Mark(document.body).mark(names, {
        separateWordSearch: false,
        accuracy: 'exactly',
        done: () => resolve(performance.now() - start),
      });
    }),
};

(globalThis as { benchPeers?: PeersInPage }).benchPeers = inPage;
