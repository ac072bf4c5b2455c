import { CardController } from '../../../lib/card/controller';
import type { Mention } from '../../../lib/model/mention';
import type { PlacedMention } from '../../../lib/page/placing';
import { PageSession } from '../../../lib/page/session';
import { DEFAULT_STYLE } from '../../../lib/page/highlight-style';

/**
 * A session and its card controller in the page's own world, where what they leave behind can be counted.
 * The matcher is a stand-in that knows one name.
 */
function start(): () => void {
  const session = new PageSession(
    {
      match: async (_document, { ids, lengths, text }) => {
        let end = 0;
        const changes = ids.map((flow, i) => {
          const own = text.slice(end, (end += lengths[i]!));
          return { flow, mentions: [...own.matchAll(/APT31/g)].map(({ index }) => mentionAt(index)) };
        });
        return { known: true, words: 0, changes };
      },
      report: () => {},
      onMention: () => {},
      onReplaced: () => {},
    },
    { categories: { actor: true, agency: true, incident: true }, style: DEFAULT_STYLE, uncertain: 'faint', described: false, mentions: 'every' },
  );
  const controller = new CardController<PlacedMention>(
    {
      targetAt: (x, y, element) => session.mentionAt(x, y, element),
      prepare: () => {},
      show: () => {
        (globalThis as Record<string, unknown>).cardShown = true;
      },
      hide: () => {},
      isInCard: () => false,
    },
    { open: 200, grace: 200 },
  );
  session.start();
  return () => {
    controller.stop();
    session.stop();
  };
}

function mentionAt(start: number): Mention {
  return { start, end: start + 5, kind: 'actor', entities: ['actor:apt31'], certainty: 1, reason: { rule: 'distinctive', evidence: [] } };
}

(globalThis as Record<string, unknown>).startSession = start;
