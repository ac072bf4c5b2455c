import { CardController } from '../../../lib/card/controller';
import type { Mention } from '../../../lib/model/mention';
import type { PlacedMention } from '../../../lib/page/painter';
import { PageSession } from '../../../lib/page/session';
import { DEFAULT_STYLE } from '../../../lib/page/highlight-style';

/**
 * A session and its card controller in the page's own world, where what they leave behind can be counted.
 * The matcher is a stand-in that knows one name.
 */
function start(): () => void {
  const session = new PageSession(
    {
      match: async (_document, flows) => ({
        known: true,
        changes: flows.map(({ id, text }) => ({ flow: id, mentions: [...text.matchAll(/APT31/g)].map(({ index }) => mentionAt(index)) })),
      }),
      report: () => {},
      onReplaced: () => {},
    },
    { categories: { actor: true, agency: true, incident: true }, style: DEFAULT_STYLE, uncertain: 'faint', described: false },
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
