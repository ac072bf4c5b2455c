import AhoCorasick from 'ahocorasick';
import type { Peer } from './peer.ts';

/**
 * The fastest Aho–Corasick package found on npm (November 2026, 1 MB, 4,000 names). Slower: `@tanishiking/aho-corasick`
 * by 1.6; `modern-ahocorasick`, its double-array backend too, takes half a minute for 100 kB. Finds parts of words
 * as well, and knows no case.
 */
export const ahoCorasick: Peer = {
  name: 'ahocorasick (npm)',
  prepare(names) {
    const automaton = new AhoCorasick(names.map((name) => name.toLowerCase()));
    return (text) => automaton.search(text.toLowerCase()).length;
  },
};
