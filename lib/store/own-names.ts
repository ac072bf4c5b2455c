import { browser } from '../browser';

const KEY = 'watch-list';

/** The reader's own names, as they wrote them: theirs alone, so not where the browser may throw it away. */
export async function readOwnNames(): Promise<string> {
  const { [KEY]: text } = await browser.storage.local.get(KEY);
  return typeof text === 'string' ? text : '';
}

/** Calls back when they change, in whatever window. Returns how to stop. */
export function watchOwnNames(onChange: (text: string) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY]) onChange(String(changes[KEY].newValue ?? ''));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
