import type { ColorScheme, Json, PageScript, PageUnderTest, Rect } from './driver.ts';
import { comboActions, typeActions } from './firefox-keys.ts';
import { documentErrors, overrideColorScheme, resizeBrowser, zoomText } from './firefox-privileged.ts';
import { executeIn, type FirefoxSession, shadowExpression, unwrapped } from './firefox-session.ts';
import { type PollOptions, poll, type Truthy } from './poll.ts';
import { excerptOf, sourceOf } from './script-source.ts';
import { innerRect, renderedText } from './shadow-reading.ts';

export class FirefoxPage implements PageUnderTest {
  readonly #session: FirefoxSession;
  readonly #tab: string;

  constructor(session: FirefoxSession, tab: string) {
    this.#session = session;
    this.#tab = tab;
  }

  async goto(url: string): Promise<void> {
    await this.#session.inTab(this.#tab, (send) => send('WebDriver:Navigate', { url }));
  }

  /** In a sandbox that sees the page's own objects: `window.x`, not a bare `x =`, makes a variable of the page. */
  evaluate<T, A extends Json[] = []>(script: PageScript<T, A>, ...args: A): Promise<T> {
    return this.#session.inTab(this.#tab, (send) => executeIn<T>(send, 'page', sourceOf(script, args)));
  }

  waitFor<T>(script: PageScript<T, []>, options: PollOptions = {}): Promise<Truthy<T>> {
    return poll(() => this.evaluate(script), { what: excerptOf(script), ...options });
  }

  mouseMove(x: number, y: number): Promise<void> {
    return this.#mouse([moveTo(x, y)]);
  }

  mouseClick(x: number, y: number): Promise<void> {
    return this.#mouse([moveTo(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  }

  tap(x: number, y: number): Promise<void> {
    const actions = [moveTo(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    return this.#perform({ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions });
  }

  press(keys: string): Promise<void> {
    return this.#perform({ type: 'key', id: 'keyboard', actions: comboActions(keys) });
  }

  type(text: string): Promise<void> {
    return this.#perform({ type: 'key', id: 'keyboard', actions: typeActions(text) });
  }

  async screenshot(): Promise<Buffer> {
    const base64 = await this.#session.inTab(this.#tab, (send) =>
      unwrapped<string>(send('WebDriver:TakeScreenshot', { full: false, hash: false })),
    );
    return Buffer.from(base64, 'base64');
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.#session.inChrome(this.#tab, resizeBrowser, width, height);
    await poll(() => this.evaluate((w, h) => innerWidth === w && innerHeight === h, width, height), {
      what: `a viewport of ${width} × ${height}`,
    });
  }

  async emulateColorScheme(scheme: ColorScheme): Promise<void> {
    await this.#session.inChrome(this.#tab, overrideColorScheme, scheme);
    await poll(() => this.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme), {
      what: `the ${scheme} colour scheme`,
    });
  }

  /** The browser's own "zoom text only"; 1 is as usual. */
  async zoomText(factor: number): Promise<void> {
    await this.#session.inChrome(this.#tab, zoomText, factor);
  }

  evaluateInShadow<T, A extends Json[] = []>(
    hostSelector: string,
    script: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T | null> {
    const expression = shadowExpression(hostSelector, script, args);
    return this.#session.inTab(this.#tab, (send) => executeIn<T | null>(send, 'system', expression));
  }

  shadowText(hostSelector: string): Promise<string | null> {
    return this.evaluateInShadow(hostSelector, renderedText);
  }

  shadowRect(hostSelector: string, innerSelector: string): Promise<Rect | null> {
    return this.evaluateInShadow(hostSelector, innerRect, innerSelector);
  }

  consoleErrors(): Promise<string[]> {
    return this.#session.inTab(this.#tab, (send) => executeIn<string[]>(send, 'system', sourceOf(documentErrors, [])));
  }

  close(): Promise<void> {
    return this.#session.closeTab(this.#tab);
  }

  #mouse(actions: Json[]): Promise<void> {
    return this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  async #perform(source: Json): Promise<void> {
    await this.#session.inTab(this.#tab, (send) => send('WebDriver:PerformActions', { actions: [source] }));
  }
}

function moveTo(x: number, y: number): Json {
  // WebDriver takes whole pixels only.
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' };
}
