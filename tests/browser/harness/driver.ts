import type { BrowserName } from './find-browser.ts';
import type { PollOptions, Truthy } from './poll.ts';
import type { RecordingProxy } from './recording-proxy.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type ColorScheme = 'light' | 'dark';

/** Viewport CSS pixels. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * JavaScript to run in a browser: an expression, or a function that is sent as its source text and so can use
 * nothing of the test's scope but its arguments. It may return a promise. Its result must be JSON;
 * `undefined` arrives as null.
 */
export type PageScript<T, A extends Json[] = Json[]> = string | ((...args: A) => T | Promise<T>);

export interface LaunchOptions {
  /** The browser's only way out. Use a proxy of its own for every browser. */
  proxy: RecordingProxy;
  /** Absolute path of the unpacked extension; without it the browser runs bare, for comparison. */
  extension?: string;
  /** True when left out. */
  headless?: boolean;
  colorScheme?: ColorScheme;
  /** Device pixels per CSS pixel; 1 when left out. */
  deviceScaleFactor?: number;
  /** CSS pixels; 1280 × 800 when left out. */
  viewport?: { width: number; height: number };
  /** Chromium interprets scripts and compiles none: what their heap then gains is objects, and not machine code. */
  isInterpreted?: boolean;
}

/** One browser process with an empty profile and one extension. */
export interface BrowserUnderTest {
  readonly name: BrowserName;
  /** URL of a file of the extension, such as `popup.html`. Throws when the browser runs without one. */
  extensionUrl(path: string): string;
  newPage(): Promise<PageUnderTest>;
  /** Ends the extension's background as the browser does when it is idle; the next event starts it anew. */
  stopBackground(): Promise<void>;
  /** Switches the extension off or on, as a reader does on the browser's page of extensions. */
  switchExtension(isOn: boolean): Promise<void>;
  /** Ends the extension and starts it anew, as an update does. */
  updateExtension(): Promise<void>;
  /** Lets the extension into private windows, which starts it anew. */
  allowPrivateWindows(): Promise<void>;
  /** Everything that asked the recording proxy, the browser's own requests included. */
  requestedUrls(): string[];
  /** Ends the process and removes its profile. */
  close(): Promise<void>;
}

/** One tab. */
export interface PageUnderTest {
  /** Waits for the load event. Throws when the browser shows an error page of its own. */
  goto(url: string): Promise<void>;
  /** Runs in the page's main world, whatever its Content Security Policy. */
  evaluate<T, A extends Json[] = []>(script: PageScript<T, A>, ...args: A): Promise<T>;
  /** Evaluates again and again until the result is truthy; throws a sentence with the last result. */
  waitFor<T>(script: PageScript<T, []>, options?: PollOptions): Promise<Truthy<T>>;
  /** Viewport CSS pixels; a trusted event, as from a real mouse. */
  mouseMove(x: number, y: number): Promise<void>;
  mouseClick(x: number, y: number): Promise<void>;
  /** A finger's touch and release. */
  tap(x: number, y: number): Promise<void>;
  /**
   * A key or a combination: `Escape`, `Tab`, `Alt+Shift+L`, named as in KeyboardEvent.key. The page gets it;
   * the browser's own shortcuts and the extension's `commands` may not.
   */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  /** PNG of the viewport. */
  screenshot(): Promise<Buffer>;
  /** CSS pixels. */
  setViewport(width: number, height: number): Promise<void>;
  emulateColorScheme(scheme: ColorScheme): Promise<void>;
  /**
   * Runs a function on the shadow root, open or closed, of the first element that the selector finds in the
   * top document. Null when there is no such element or it has no root.
   */
  evaluateInShadow<T, A extends Json[] = []>(
    hostSelector: string,
    script: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<T | null>;
  /** The rendered text in a shadow root, '' when the host is not shown, null when there is no such root. */
  shadowText(hostSelector: string): Promise<string | null>;
  shadowRect(hostSelector: string, innerSelector: string): Promise<Rect | null>;
  /**
   * `console.error` calls, uncaught errors and breaches of the page's policy, content scripts included, since the
   * last `goto`. Resources that failed to load are left out.
   */
  consoleErrors(): Promise<string[]>;
  close(): Promise<void>;
}
