import { browser } from 'wxt/browser';
import { loadPolicy, policyValue } from '../../policy';

/** Shows the first-run page once, when a reader installs the extension; not where their organisation does without. */
export function welcomeNewcomers(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void showWelcome();
  });
}

async function showWelcome(): Promise<void> {
  if (policyValue(await loadPolicy(), 'welcomePage') === false) return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
