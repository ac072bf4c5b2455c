import { Chromium } from './chromium.ts';
import type { BrowserUnderTest, LaunchOptions } from './driver.ts';
import type { BrowserName } from './find-browser.ts';
import { Firefox } from './firefox.ts';

/** Starts a browser with the extension in it, in about one second (Chromium) to three (Firefox). */
export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<BrowserUnderTest> {
  return name === 'chromium' ? Chromium.launch(options) : Firefox.launch(options);
}
