import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { FeedAction } from '../../feeds/action';
import type { FeedsView, Progress } from '../../feeds/subscription';
import { toBackground } from '../../messages';

export interface FeedsInHand {
  /** `undefined` while the background is asked, `null` where it does not answer. */
  view: FeedsView | null | undefined;
  /** Resolves when it is done; what went wrong stands in the view. */
  act: (action: FeedAction) => Promise<void>;
}

/** Keys of the browser's storages that say that something about feeds has changed, in whatever window. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  local: ['feeds', 'dataset'],
  session: ['feed-progress'],
};
const PROGRESS = 'feed-progress';

export function useFeeds(): FeedsInHand {
  const [view, setView] = useState<FeedsView | null>();
  const refresh = useCallback(async () => {
    setView(await toBackground('feeds', {}).catch(() => null));
  }, []);

  useEffect(() => {
    void refresh();
    const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (!TOLD_BY[area]?.some((key) => changes[key])) return;
      // Progress comes with the change; all else is asked for.
      const progress = changes[PROGRESS]?.newValue as Progress | undefined;
      if (progress) setView((known) => known && { ...known, progress });
      else void refresh();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  }, [refresh]);

  const act = async (action: FeedAction) => {
    await toBackground('feedAction', action).catch(() => undefined);
    await refresh();
  };
  return { view, act };
}

/**
 * Asks the browser for leave to reach an address; has to be called in the reader's own click. Where the
 * extension may read all sites, as it may unless the reader has taken that back, nothing is asked.
 */
export function askForHost(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [`${new URL(url).origin}/*`] }).catch(() => false);
}
