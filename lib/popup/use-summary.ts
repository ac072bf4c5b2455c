import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type TabSummary, toBackground } from '../messages';
import { DEFAULTS, loadSettings, type Settings, watchSettings } from '../settings';
import type { ReaderTab } from './reader-tab';

/** The tab's summary, kept fresh while the popup is open. `null`: no session runs there. */
export function useSummary(tab: ReaderTab | undefined): TabSummary | null | undefined {
  const [summary, setSummary] = useState<TabSummary | null>();
  useEffect(() => {
    if (!tab) return;
    const refresh = () => void toBackground('tabSummary', { tab: tab.id }).then(setSummary, () => setSummary(null));
    const onChange = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && `tab:${tab.id}` in changes) refresh();
    };
    browser.storage.onChanged.addListener(onChange);
    refresh();
    return () => browser.storage.onChanged.removeListener(onChange);
  }, [tab]);
  return summary;
}

/** The settings, as they are changed from anywhere. */
export function useSettings(): Settings {
  const [settings, setSettings] = useState(DEFAULTS);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings;
}
