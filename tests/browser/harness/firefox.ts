import { randomUUID } from 'node:crypto';
import type { BrowserUnderTest, LaunchOptions } from './driver.ts';
import { type FirefoxAddon, readAddon } from './firefox-addon.ts';
import { FirefoxPage } from './firefox-page.ts';
import { userPreferences } from './firefox-preferences.ts';
import { grantHosts } from './firefox-privileged.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { FirefoxSession } from './firefox-session.ts';
import { obtainBrowser } from './obtain-browser.ts';
import type { RecordingProxy } from './recording-proxy.ts';

const LOAD_LIMIT_MS = 30_000;
const SCRIPT_LIMIT_MS = 30_000;

export class Firefox implements BrowserUnderTest {
  readonly name = 'firefox';
  readonly #process: FirefoxProcess;
  readonly #session: FirefoxSession;
  readonly #options: LaunchOptions;
  readonly #extensionOrigin: string | null;

  private constructor(
    process: FirefoxProcess,
    session: FirefoxSession,
    options: LaunchOptions,
    extensionOrigin: string | null,
  ) {
    this.#process = process;
    this.#session = session;
    this.#options = options;
    this.#extensionOrigin = extensionOrigin;
  }

  /** Throws when no Firefox can be had, or when it refuses the extension. */
  static async launch(options: LaunchOptions): Promise<Firefox> {
    const addon = options.extension ? await readAddon(options.extension) : null;
    const uuid = randomUUID();
    const preferences = userPreferences(options, addon ? { [addon.id]: uuid } : {});
    const process = await startFirefox(obtainBrowser('firefox'), preferences, options.headless ?? true);
    try {
      const session = new FirefoxSession(process.marionette);
      await session.alone((send) =>
        send('WebDriver:NewSession', {
          strictFileInteractability: true,
          timeouts: { pageLoad: LOAD_LIMIT_MS, script: SCRIPT_LIMIT_MS },
        }),
      );
      if (addon) await install(session, addon);
      return new Firefox(process, session, options, addon ? `moz-extension://${uuid}` : null);
    } catch (error) {
      await process.end();
      throw error;
    }
  }

  extensionUrl(path: string): string {
    if (this.#extensionOrigin === null) throw new Error('This Firefox was started without an extension.');
    return `${this.#extensionOrigin}/${path.replace(/^\//, '')}`;
  }

  async newPage(): Promise<FirefoxPage> {
    const tab = await this.#session.openTab();
    const page = new FirefoxPage(this.#session, tab);
    const { width, height } = this.#options.viewport ?? { width: 1280, height: 800 };
    await page.setViewport(width, height);
    return page;
  }

  requestedUrls(): string[] {
    return this.#proxy.requestedUrls();
  }

  close(): Promise<void> {
    return this.#process.end();
  }

  get #proxy(): RecordingProxy {
    return this.#options.proxy;
  }
}

async function install(session: FirefoxSession, addon: FirefoxAddon): Promise<void> {
  await session.alone((send) => send('Addon:Install', { path: addon.path, temporary: true }));
  await session.inChrome(null, grantHosts, addon.id, addon.hosts);
}
