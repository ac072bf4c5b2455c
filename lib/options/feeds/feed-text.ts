import { i18n } from '#i18n';
import { type FeedFormat, FORMAT_KEYS, LEFT_OUT_REASONS, type LeftOutReason } from '../../feeds/content';
import { CORE, type FeedVersion, type FeedView, type Progress } from '../../feeds/subscription';
import { numberText } from '../../ui/language/formats';
import { keyPart } from '../../ui/language/keys';
import { language } from '../../ui/language/language';

const DAY = 86_400_000;
const MEGABYTE = 1_000_000;

/** "28 Nov 2026", of the reader's own calendar. */
export function dayText(at: number | string): string {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));
}

/** "28 Nov 2026, 08:14". */
export function momentText(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** "today", "3 weeks ago". */
export function agoText(at: number | string, now = Date.now()): string {
  const days = Math.round((startOfDay(new Date(at).getTime()) - startOfDay(now)) / DAY);
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (days > -14) return relative.format(days, 'day');
  return days > -60 ? relative.format(Math.round(days / 7), 'week') : relative.format(Math.round(days / 30), 'month');
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** What a feed is called: as it calls itself, or as the reader does; ours have names of the page's. */
export function feedName({ id, name, origin }: FeedView): string {
  if (id === CORE) return i18n.t('feeds.core');
  return origin.from === 'list' ? i18n.t('feeds.list.title') : name;
}

export function formText(format: FeedFormat): string {
  return i18n.t(`feeds.format.${FORMAT_KEYS[format]}`);
}

/** "2 (withdrawn upstream), 1 (without a date)"; the words of an earlier version as they are. */
export function leftOutText(leftOut: FeedVersion['leftOut']): string {
  return leftOut
    .map(({ count, why }) => {
      const words = isReason(why) ? i18n.t(`feeds.leftOutWhy.${keyPart(why)}`) : why;
      return i18n.t('feeds.leftOutOf', { count: numberText(count), why: words });
    })
    .reduce((first, second) => i18n.t('join.comma', { first, second }));
}

function isReason(why: string): why is LeftOutReason {
  return LEFT_OUT_REASONS.some((one) => one === why);
}

/** What a version is called: as the feed calls it, else by its day. */
export function versionText({ label, loadedAt }: FeedVersion): string {
  return label ?? dayText(loadedAt);
}

export function versionInUse({ inUse, versions }: FeedView): FeedVersion | undefined {
  return versions.find(({ number }) => number === inUse);
}

/** "Loading 12 of 45 MB". */
export function progressText({ step, loaded, all }: Progress): string {
  if (step !== 'loading' || loaded === undefined) return i18n.t(`feeds.step.${step}`);
  const megabytes = (bytes: number) => numberText(bytes / MEGABYTE, bytes < 10 * MEGABYTE ? 1 : 0);
  if (!all) return i18n.t('feeds.loaded', { loaded: megabytes(loaded) });
  return i18n.t('feeds.loadedOf', { loaded: megabytes(loaded), all: megabytes(all) });
}

export type Mood = '' | 'ok' | 'warn' | 'bad';

export interface State {
  mood: Mood;
  word: string;
  note: string;
}

/** The state of a feed in plain words. */
export function stateOf(feed: FeedView, hasAddress: boolean, now = Date.now()): State {
  const checked = feed.checkedAt ? i18n.t('feeds.checked', { when: momentText(feed.checkedAt) }) : '';
  if (feed.failure) return { mood: 'bad', word: i18n.t('feeds.state.failed'), note: momentText(feed.failure.at) };
  if (feed.waiting) {
    const isFirst = feed.inUse === undefined && feed.id !== 'core';
    return { mood: 'warn', word: i18n.t(isFirst ? 'feeds.state.readyFirst' : 'feeds.state.ready'), note: checked };
  }
  if (!feed.isOn) return { mood: '', word: i18n.t('feeds.state.off'), note: i18n.t('feeds.state.offNote') };
  const version = versionInUse(feed);
  if (version?.expires && Date.parse(version.expires) <= now)
    return {
      mood: 'warn',
      word: i18n.t('feeds.state.old'),
      note: i18n.t('feeds.expired', { day: dayText(version.expires) }),
    };
  if (feed.id === 'core' && !hasAddress)
    return { mood: '', word: i18n.t('feeds.state.bundled'), note: i18n.t('feeds.state.bundledNote') };
  if (feed.isPinned) return { mood: '', word: i18n.t('feeds.state.pinned'), note: checked };
  if (version && feed.skipped && version.hash !== feed.skipped && feed.versions[0]?.hash === feed.skipped)
    return { mood: '', word: i18n.t('feeds.state.back'), note: checked };
  if (feed.inUse === undefined && feed.id !== 'core')
    return { mood: '', word: i18n.t('feeds.state.nothing'), note: checked };
  if (feed.origin.from === 'file' || feed.origin.from === 'list')
    return { mood: 'ok', word: i18n.t('feeds.state.inUse'), note: '' };
  return { mood: 'ok', word: i18n.t('feeds.state.current'), note: checked || i18n.t('feeds.neverChecked') };
}
