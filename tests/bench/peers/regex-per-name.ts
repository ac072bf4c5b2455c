import { escaped } from './escaped.ts';
import type { Peer } from './peer.ts';

/** One regular expression a name, one after another over the whole text, as the closest product does. */
export const regexPerName: Peer = {
  name: 'one regular expression per name',
  prepare(names) {
    const each = names.map((name) => new RegExp(`\\b${escaped(name)}\\b`, 'gi'));
    return (text) => {
      let found = 0;
      for (const name of each) for (name.lastIndex = 0; name.test(text); ) found++;
      return found;
    };
  },
};
