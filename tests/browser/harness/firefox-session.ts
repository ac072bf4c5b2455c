import type { Json } from './driver.ts';
import type { Marionette } from './marionette.ts';
import { partialSourceOf, sourceOf } from './script-source.ts';

export type SendCommand = (command: string, parameters?: Record<string, Json>) => Promise<Json>;

/** Where a script runs: the page's main world, or the page's process with all of Firefox's rights. */
export type Sandbox = 'page' | 'system';

/**
 * One Marionette session. The session has a single current tab and context, so whoever uses it takes turns:
 * what is given to `inTab` or `inChrome` runs alone.
 */
export class FirefoxSession {
  readonly #marionette: Marionette;
  #turn: Promise<unknown> = Promise.resolve();
  #currentTab: string | null = null;

  constructor(marionette: Marionette) {
    this.#marionette = marionette;
  }

  /** Runs with the tab selected and in the foreground, since Firefox does not paint the others. */
  inTab<T>(tab: string, work: (send: SendCommand) => Promise<T>): Promise<T> {
    return this.alone(async (send) => {
      await this.#select(tab, send);
      return work(send);
    });
  }

  /**
   * Runs a function in the browser's own window, with the tab (if any) selected there. Its arguments and its
   * result are JSON.
   */
  inChrome<T, A extends Json[]>(tab: string | null, script: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    return this.alone(async (send) => {
      if (tab !== null) await this.#select(tab, send);
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await unwrapped<T>(
          send('WebDriver:ExecuteScript', { script: `return ${sourceOf(script, args)}`, args: [] }),
        );
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  alone<T>(work: (send: SendCommand) => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => work((command, parameters) => this.#marionette.send(command, parameters)));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Opens a tab and gives its handle. */
  openTab(): Promise<string> {
    return this.alone(async (send) => {
      const opened = (await send('WebDriver:NewWindow', { type: 'tab', focus: true })) as { handle: string };
      // The new tab is in front now, and the session's current one is not.
      this.#currentTab = null;
      return opened.handle;
    });
  }

  closeTab(tab: string): Promise<void> {
    return this.alone(async (send) => {
      await this.#select(tab, send);
      const [left] = (await send('WebDriver:CloseWindow')) as string[];
      this.#currentTab = null;
      // Commands fail while the current tab is one that is gone, also those that open another.
      if (left !== undefined) await this.#select(left, send);
    });
  }

  async #select(tab: string, send: SendCommand): Promise<void> {
    if (this.#currentTab === tab) return;
    await send('WebDriver:SwitchToWindow', { handle: tab, focus: true });
    this.#currentTab = tab;
  }
}

/** Runs an expression in the selected tab. The result is JSON. */
export async function executeIn<T>(send: SendCommand, sandbox: Sandbox, expression: string): Promise<T> {
  const script = `return ${expression}`;
  return unwrapped<T>(
    send('WebDriver:ExecuteScript', { script, args: [], sandbox: sandbox === 'page' ? null : 'system' }),
  );
}

/** An expression that gives `script` the root of an element, or is null. For the system sandbox. */
export function shadowExpression<F extends (...args: never[]) => unknown>(
  host: string,
  script: F,
  args: Json[],
): string {
  const root = `document.querySelector(${JSON.stringify(host)})?.openOrClosedShadowRoot`;
  return `((root) => root ? ${partialSourceOf(script, args)}(root) : null)(${root})`;
}

export async function unwrapped<T>(reply: Promise<Json>): Promise<T> {
  const result = (await reply) as { value: T };
  return result.value;
}
