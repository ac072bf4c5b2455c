import { randomUUID } from 'node:crypto';
import type { BrowserUnderTest, LaunchOptions } from './driver.ts';
import { type FirefoxAddon, readAddon } from './firefox-addon.ts';
import { FirefoxPage } from './firefox-page.ts';
import { userPreferences } from './firefox-preferences.ts';
import { grantHosts } from './firefox-privileged.ts';
import { allowInPrivateWindows, switchAddon, terminateBackground } from './firefox-privileged-addon.ts';
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
  readonly #installed: FirefoxAddon | null;

  private constructor(
    process: FirefoxProcess,
    session: FirefoxSession,
    options: LaunchOptions,
    extensionOrigin: string | null,
    installed: FirefoxAddon | null,
  ) {
    this.#installed = installed;
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
      return new Firefox(process, session, options, addon ? `moz-extension://${uuid}` : null, addon);
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

  stopBackground(): Promise<void> {
    return this.#session.inChrome(null, terminateBackground, this.#addon.id);
  }

  switchExtension(isOn: boolean): Promise<void> {
    return this.#session.inChrome(null, switchAddon, this.#addon.id, isOn);
  }

  async updateExtension(): Promise<void> {
    await this.switchExtension(false);
    await this.switchExtension(true);
  }

  async allowPrivateWindows(): Promise<void> {
    await this.#session.inChrome(null, allowInPrivateWindows, this.#addon.id);
    await this.updateExtension();
  }

  get #addon(): FirefoxAddon {
    if (this.#installed === null) throw new Error('This Firefox was started without an extension.');
    return this.#installed;
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
