import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium } from 'playwright';
import { chromiumFlags } from './chromium-flags.ts';
import { ChromiumPage } from './chromium-page.ts';
import { type ChromiumProfile, writeChromiumProfile } from './chromium-profile.ts';
import type { BrowserUnderTest, Json, LaunchOptions, PageScript } from './driver.ts';
import { obtainBrowser } from './obtain-browser.ts';
import { poll } from './poll.ts';
import { sourceOf } from './script-source.ts';

export class Chromium implements BrowserUnderTest {
  readonly name = 'chromium';
  readonly #options: LaunchOptions;
  readonly #profile: ChromiumProfile;
  #context: BrowserContext;
  #browserCommands: CDPSession;
  readonly #extensionOrigin: string | null;

  private constructor(
    options: LaunchOptions,
    profile: ChromiumProfile,
    context: BrowserContext,
    browserCommands: CDPSession,
    extensionOrigin: string | null,
  ) {
    this.#options = options;
    this.#profile = profile;
    this.#context = context;
    this.#browserCommands = browserCommands;
    this.#extensionOrigin = extensionOrigin;
  }

  /** Throws when no Chromium can be had, or when the one found starts without the extension. */
  static async launch(options: LaunchOptions): Promise<Chromium> {
    const profile = await writeChromiumProfile();
    let context: BrowserContext | undefined;
    try {
      context = await contextOf(profile, options);
      const origin = options.extension ? await extensionOrigin(context, obtainBrowser('chromium')) : null;
      return new Chromium(options, profile, context, await browserCommandsOf(context), origin);
    } catch (error) {
      await context?.close();
      await profile.remove();
      throw error;
    }
  }

  /** Closes the browser and starts it with the same profile, as a reader does next morning. */
  async restart(): Promise<void> {
    await this.#context.close();
    this.#context = await contextOf(this.#profile, this.#options);
    this.#browserCommands = await browserCommandsOf(this.#context);
  }

  extensionUrl(path: string): string {
    if (this.#extensionOrigin === null) throw new Error('This Chromium was started without an extension.');
    return `${this.#extensionOrigin}/${path.replace(/^\//, '')}`;
  }

  newPage(): Promise<ChromiumPage> {
    return ChromiumPage.open(this.#context);
  }

  requestedUrls(): string[] {
    return this.#options.proxy.requestedUrls();
  }

  /** Runs in the extension's service worker, which is started if need be. */
  async serviceWorkerEvaluate<T, A extends Json[] = []>(script: PageScript<T, A>, ...args: A): Promise<T> {
    if ((await this.#workerTarget()) === undefined) await this.#startServiceWorker();
    const worker = this.#context.serviceWorkers().find((each) => each.url().startsWith(this.extensionUrl('')));
    if (worker === undefined) throw new Error('Playwright does not see the service worker.');
    return worker.evaluate<T>(sourceOf(script, args));
  }

  /**
   * Ends the extension's service worker as the browser does after 30 s of idleness: its variables are lost, the
   * next event starts it anew. Returns once it is gone; does nothing when it is not running.
   */
  async stopServiceWorker(): Promise<void> {
    const targetId = await this.#workerTarget();
    if (targetId === undefined) return;
    const ask = await workerCommands(this.#browserCommands, targetId);
    await ask('Runtime.evaluate', { expression: 'globalThis.isToBeStopped = true' });
    await this.#browserCommands.send('Target.closeTarget', { targetId });
    // A page that waits for an answer starts it again at once, and Chromium calls the new one by the old one's id.
    await poll(async () => !(await this.#isStillTheSame()), { what: 'the service worker to stop' });
  }

  async #isStillTheSame(): Promise<boolean> {
    const targetId = await this.#workerTarget();
    if (targetId === undefined) return false;
    const ask = await workerCommands(this.#browserCommands, targetId);
    const answer = ask('Runtime.evaluate', { expression: 'Number(globalThis.isToBeStopped === true)' });
    // One that stops in between never answers.
    const { result } = (await Promise.race([answer, sleep(500)])) ?? {};
    return (result as { value?: number } | undefined)?.value !== 0;
  }

  stopBackground(): Promise<void> {
    return this.stopServiceWorker();
  }

  switchExtension(isOn: boolean): Promise<void> {
    return this.#onExtensionsPage(`chrome.management.setEnabled(${JSON.stringify(this.#extensionId)}, ${isOn})`);
  }

  /** Unpacked extensions come back from it in developer mode only. */
  async updateExtension(): Promise<void> {
    await this.#onExtensionsPage('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
    await this.#onExtensionsPage(`chrome.developerPrivate.reload(${JSON.stringify(this.#extensionId)})`);
  }

  allowPrivateWindows(): Promise<void> {
    const change = { extensionId: this.#extensionId, incognitoAccess: true };
    return this.#onExtensionsPage(`chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(change)})`);
  }

  /** The browser's own page of extensions may do with them what its reader may. */
  async #onExtensionsPage(expression: string): Promise<void> {
    const page = await this.newPage();
    await page.goto('chrome://extensions/');
    await page.evaluate(`${expression}.then(() => true)`);
    await page.close();
  }

  get #extensionId(): string {
    return new URL(this.extensionUrl('')).hostname;
  }

  /** Bytes that the running service worker holds after a garbage collection, ArrayBuffers included. */
  async serviceWorkerMemory(): Promise<number> {
    const targetId = await this.#workerTarget();
    if (targetId === undefined) throw new Error('The service worker is not running.');
    const ask = await workerCommands(this.#browserCommands, targetId);
    await ask('HeapProfiler.collectGarbage');
    const usage = await ask('Runtime.getHeapUsage');
    return Number(usage.usedSize) + Number(usage.backingStorageSize);
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#profile.remove();
  }

  /** Playwright keeps listing a worker that has stopped, and an evaluation in it waits for ever: ask the browser. */
  async #workerTarget(): Promise<string | undefined> {
    const { targetInfos } = await this.#browserCommands.send('Target.getTargets');
    const isOurs = (url: string) => url.startsWith(this.extensionUrl(''));
    return targetInfos.find(({ type, url }) => type === 'service_worker' && isOurs(url))?.targetId;
  }

  /** A page of the extension's origin that runs none of its code, to reach CDP's ServiceWorker domain. */
  async #startServiceWorker(): Promise<void> {
    const page = await this.#context.newPage();
    try {
      await page.goto(this.extensionUrl('manifest.json'));
      const session = await this.#context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.startWorker', { scopeURL: this.extensionUrl('') });
      await poll(() => this.#workerTarget(), { what: 'the service worker to start' });
    } finally {
      await page.close();
    }
  }
}

function contextOf(profile: ChromiumProfile, options: LaunchOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile.folder, {
    executablePath: obtainBrowser('chromium'),
    headless: options.headless ?? true,
    args: chromiumFlags(options),
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    colorScheme: options.colorScheme ?? 'light',
  });
}

/** Playwright gives no CDP session of a service worker; the browser passes commands on in envelopes. */
async function workerCommands(
  browser: CDPSession,
  targetId: string,
): Promise<(method: string, params?: Record<string, string>) => Promise<Record<string, unknown>>> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let lastId = 0;
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const listen = (event: { sessionId: string; message: string }) => {
        const answer = JSON.parse(event.message) as {
          id?: number;
          result?: Record<string, unknown>;
          error?: { message: string };
        };
        if (event.sessionId !== sessionId || answer.id !== id) return;
        browser.off('Target.receivedMessageFromTarget', listen);
        if (answer.result) resolve(answer.result);
        else reject(new Error(`${method}: ${answer.error?.message}`));
      };
      browser.on('Target.receivedMessageFromTarget', listen);
      browser
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
}

async function browserCommandsOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('This Playwright gives no browser for a persistent context.');
  return browser.newBrowserCDPSession();
}

/** Where the extension's pages are. Throws a sentence when the browser runs without it. */
export async function extensionOrigin(context: BrowserContext, executable: string): Promise<string> {
  const running = () => context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
  try {
    const worker = await poll(running, { timeoutMs: 10_000, what: "the extension's service worker" });
    return `chrome-extension://${new URL(worker.url()).hostname}`;
  } catch (cause) {
    throw new Error(
      `${executable} started without the extension. Chrome does so from version 137 on: install Chromium, or set ATTRIBUTION_LENS_CHROMIUM to its executable. With Chromium, look for a fault in the extension's manifest.`,
      { cause },
    );
  }
}
