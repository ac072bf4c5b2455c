import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TabSummary } from '../messages';
import type { ReachedMention } from '../model/mention';
import { numberText } from '../ui/language/formats';
import { plural } from '../ui/language/plural';

type Sentence = { text: string };

/**
 * What screen readers are told: first what the page names, or why nothing is shown; then where each jump has led. The
 * side panel stays open while its reader reads, so it tells of jumps only.
 */
export function useAnnouncement(
  { mentions }: Pick<TabSummary, 'mentions'>,
  emptyTitle: string | undefined,
  isPanel: boolean,
): { announcement: Sentence | undefined; onReached: (mention: ReachedMention) => void } {
  const [reached, setReached] = useState<Sentence>();
  const text = isPanel ? '' : (emptyTitle ?? countText(mentions));
  const count = useMemo(() => (text ? { text } : undefined), [text]);
  const onReached = ({ at, of, written }: ReachedMention) =>
    setReached({ text: i18n.t('mention.number', { at: numberText(at), of: numberText(of), name: written }) });
  return { announcement: reached ?? count, onReached };
}

function countText(mentions: TabSummary['mentions']): string {
  if (!mentions.length) return '';
  const all = mentions.reduce((sum, { count }) => sum + count, 0);
  return i18n.t('popup.counted', {
    names: plural('popup.namesCounted', mentions.length),
    mentions: plural('popup.mentionsCounted', all),
  });
}
