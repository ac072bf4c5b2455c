import type { PageScript, PageUnderTest } from '../browser/harness/driver.ts';
import type { BrowserName } from '../browser/harness/find-browser.ts';
import type { Answer } from '../browser/harness/site.ts';

/** One way in which a page makes an extension's life hard, and how we are to come out of it. */
export interface HostileCase {
  name: string;
  /** The page at `/`, or all pages of the case by path. */
  page: string | Answer | Record<string, string | Answer>;
  /** What has to be marked before the page is set on us, sorted. */
  before?: string[];
  /** What the page or its reader does. */
  act?: (tab: PageUnderTest) => Promise<unknown>;
  /** What has to be marked in the end, sorted; left out where the page hides its registry or nothing is certain. */
  marked?: string[];
  /** Waits until this is true in the page: it works as without us. */
  holds?: PageScript<boolean, []>;
  /** Words to rest on in the end: their card has to open on the screen, above all else, and close. */
  card?: string;
  /** Browsers that can do it; all when left out. */
  only?: BrowserName;
  /** Errors that the page makes by itself. */
  ownErrors?: RegExp;
  timeoutMs?: number;
}

/** Cases of one kind; what stands in the table of `docs/hostile-pages.md` as its heading. */
export interface HostileGroup {
  title: string;
  cases: HostileCase[];
}

/** An HTML page. `head` comes first, so that its scripts run before anything else. */
export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile</title>${head}<body>${body}`;
}

/** A page's own script. What a case asks for later is a `var`: Firefox shows a test no other names of a page. */
export function script(text: string): string {
  return `<script>${text}</script>`;
}
