import { i18n } from '#i18n';
import type { TabSummary } from '../messages';
import { plural } from '../ui/language/plural';
import { type ReaderTab, siteName } from './reader-tab';

/** Why there is no list of names, and what can be done about it. `undefined` where there is one, or not known yet. */
export function emptyState(
  tab: ReaderTab | undefined,
  isOn: boolean,
  summary: TabSummary | null | undefined,
): { title: string; why: string } | undefined {
  if (!tab) return undefined;
  if (!tab.host) return { title: i18n.t('popup.closed'), why: i18n.t('popup.closedWhy') };
  if (!isOn) return { title: i18n.t('popup.offOn', { host: siteName(tab) }), why: i18n.t('popup.offOnWhy') };
  if (summary === null) return { title: i18n.t('popup.unread'), why: i18n.t('popup.unreadWhy') };
  if (summary && !summary.mentions.length)
    return { title: i18n.t('popup.nothing'), why: plural('popup.readNothing', summary.words) };
  return undefined;
}
