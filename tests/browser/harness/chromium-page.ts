import type { BrowserContext, CDPSession, Page } from 'playwright';
import { recordErrors } from './chromium-errors.ts';
import type { ColorScheme, Json, PageScript, PageUnderTest, Rect } from './driver.ts';
import { type PollOptions, poll, type Truthy } from './poll.ts';
import { excerptOf, partialSourceOf, sourceOf } from './script-source.ts';
import { innerRect, renderedText } from './shadow-reading.ts';

export class ChromiumPage implements PageUnderTest {
  readonly #page: Page;
  /** For what only Chromium can do: tracing, profiles, memory. */
  readonly commands: CDPSession;
  #errors: string[] = [];

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.commands = cdp;
  }

  static async open(context: BrowserContext): Promise<ChromiumPage> {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const opened = new ChromiumPage(page, cdp);
    await recordErrors(cdp, (error) => opened.#errors.push(error));
    return opened;
  }

  async goto(url: string): Promise<void> {
    this.#errors = [];
    await this.#page.goto(url);
  }

  /** By CDP and not by Playwright, whose evaluation is bound by the page's Content Security Policy. */
  async evaluate<T, A extends Json[] = []>(script: PageScript<T, A>, ...args: A): Promise<T> {
    const { result, exceptionDetails } = await this.commands.send('Runtime.evaluate', {
      expression: sourceOf(script, args),
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return (result.value ?? null) as T;
  }

  waitFor<T>(script: PageScript<T, []>, options: PollOptions = {}): Promise<Truthy<T>> {
    return poll(() => this.evaluate(script), { what: excerptOf(script), ...options });
  }

  mouseMove(x: number, y: number): Promise<void> {
    return this.#page.mouse.move(x, y);
  }

  mouseClick(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  async tap(x: number, y: number): Promise<void> {
    await this.commands.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.commands.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  press(keys: string): Promise<void> {
    return this.#page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  screenshot(): Promise<Buffer> {
    return this.#page.screenshot();
  }

  setViewport(width: number, height: number): Promise<void> {
    return this.#page.setViewportSize({ width, height });
  }

  emulateColorScheme(scheme: ColorScheme): Promise<void> {
    return this.#page.emulateMedia({ colorScheme: scheme });
  }

  /** CDP shows closed roots, and a root resolved by its node id is an object of the main world. */
  async evaluateInShadow<T, A extends Json[] = []>(
    hostSelector: string,
    script: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T | null> {
    const objectGroup = 'shadow';
    const { result: host } = await this.commands.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(hostSelector)})`,
      objectGroup,
    });
    if (host.objectId === undefined) return null;
    const { node } = await this.commands.send('DOM.describeNode', { objectId: host.objectId, depth: 0, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return null;
    const { object: root } = await this.commands.send('DOM.resolveNode', { backendNodeId, objectGroup });
    const { result, exceptionDetails } = await this.commands.send('Runtime.callFunctionOn', {
      objectId: root.objectId,
      functionDeclaration: `function () { return ${partialSourceOf(script, args)}(this); }`,
      awaitPromise: true,
      returnByValue: true,
    });
    await this.commands.send('Runtime.releaseObjectGroup', { objectGroup });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return (result.value ?? null) as T | null;
  }

  shadowText(hostSelector: string): Promise<string | null> {
    return this.evaluateInShadow(hostSelector, renderedText);
  }

  shadowRect(hostSelector: string, innerSelector: string): Promise<Rect | null> {
    return this.evaluateInShadow(hostSelector, innerRect, innerSelector);
  }

  async consoleErrors(): Promise<string[]> {
    return [...this.#errors];
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
