import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../../lib/policy.ts';
import { builtExtension, highlights, type Reader, startReader, waitForMark } from '../extension.ts';
import type { PageUnderTest } from '../harness/driver.ts';
import { BROWSER_NAMES, type BrowserName, findBrowser } from '../harness/find-browser.ts';

const FEED = 'https://feeds.test/groups.json';

/** Firefox finds the add-on by an id that other copies of it on this machine share: only what harms none of their tests. */
const POLICIES: Readonly<Record<BrowserName, Policy>> = {
  chromium: {
    defaults: { categories: { agency: false }, updates: { installs: true } },
    enforced: {
      sites: { mode: 'only', hosts: ['press.test'] },
      updates: { every: 'weekly' },
      feeds: [{ address: FEED, name: 'Desk' }],
      welcomePage: false,
    },
  },
  firefox: { defaults: { updates: { installs: true } }, enforced: { updates: { every: 'weekly' } } },
};

/** Where each browser reads policies from, on Linux; and the file as it reads it. */
function policyFile(name: BrowserName): { path: string; content: object } {
  if (name === 'firefox') {
    const isEsr = findBrowser('firefox')?.includes('firefox-esr');
    const Extensions = { 'attribution-lens@attribution-lens.org': POLICIES.firefox };
    return {
      path: `/etc/${isEsr ? 'firefox-esr' : 'firefox'}/policies/policies.json`,
      content: { policies: { '3rdparty': { Extensions } } },
    };
  }
  // An unpacked extension has its id from its path.
  const hash = createHash('sha256')
    .update(realpathSync(builtExtension('chromium')))
    .digest('hex')
    .slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  return {
    path: `/etc/chromium/policies/managed/attribution-lens-test-${process.pid}.json`,
    content: { '3rdparty': { extensions: { [id]: POLICIES.chromium } } },
  };
}

/** Writes the policy. Says in a sentence why it can't. */
function write(name: BrowserName): string | undefined {
  if (process.platform !== 'linux') return 'Policies of this system are not files.';
  try {
    const { path, content } = policyFile(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content), { flag: 'wx' });
    return undefined;
  } catch (error) {
    return `A policy can't be written here: ${(error as Error).message}`;
  }
}

describe.each(BROWSER_NAMES)('an organisation’s policy in %s', (name) => {
  const whyNot = write(name);
  let reader: Reader;
  let options: PageUnderTest;

  beforeAll(async () => {
    if (whyNot) return;
    try {
      reader = await startReader(name, { viewport: { width: 1180, height: 900 } });
      reader.proxy.site('feeds.test', {});
      const page = '<!doctype html><meta charset="utf-8"><title>News</title><body><p>GCHQ names APT31.</p>';
      reader.proxy.site('press.test', { '/': page });
      options = await reader.browser.newPage();
      await options.goto(reader.browser.extensionUrl('options.html'));
      await options.waitFor(() => document.querySelectorAll('.feeds > li').length > 0);
    } finally {
      // Firefox reads it once, at the start; other Firefoxes shall not. Chromium follows what becomes of the file.
      if (name === 'firefox') rmSync(policyFile(name).path);
    }
  }, 300_000);
  afterAll(async () => {
    if (!whyNot && name === 'chromium') rmSync(policyFile(name).path);
    await reader?.close();
  });

  test('is shown, and what is enforced can’t be changed', async ({ skip }) => {
    if (whyNot) skip(whyNot);
    await options.waitFor(() => document.querySelector('.f-auto .tag'));
    const schedule = await options.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('.f-auto select')!;
      const installs = document.querySelector<HTMLInputElement>('.f-auto .switch')!;
      return [select.value, select.disabled, installs.checked, installs.disabled];
    });
    // Weekly is held; installing without asking is a default that the reader may change.
    expect(schedule).toEqual(['weekly', true, true, false]);
    await options.evaluate(() => document.querySelector<HTMLInputElement>('.f-auto .switch')!.click());
    await options.waitFor(() => !document.querySelector<HTMLInputElement>('.f-auto .switch')!.checked);
  });

  test.runIf(name === 'chromium')('decides sites, categories, feeds and the first-run page', async ({ skip }) => {
    if (whyNot) skip(whyNot);
    await options.waitFor(() => document.querySelector<HTMLFieldSetElement>('#sites fieldset')?.disabled);
    expect(await options.evaluate(() => document.querySelector('#sites')?.textContent)).toContain('press.test');
    await options.waitFor(() =>
      [...document.querySelectorAll('.feeds > li')].some((row) =>
        /Desk.*set by your organisation/.test(row.textContent ?? ''),
      ),
    );
    const tabs = await options.evaluate<string[]>(
      'chrome.tabs.query({}).then((tabs) => tabs.map((tab) => tab.url ?? ""))',
    );
    expect(tabs.filter((url) => url.includes('welcome'))).toEqual([]);

    const page = await reader.browser.newPage();
    await page.goto('http://press.test/');
    await waitForMark(page, 'actor', 'APT31');
    expect((await highlights(page))['attribution-lens-agency'] ?? []).toEqual([]);
    // The default gives way to the reader's decision.
    await options.evaluate(() => document.querySelectorAll<HTMLInputElement>('.cat .switch')[1]!.click());
    await waitForMark(page, 'agency', 'GCHQ');
    await page.goto('http://news.test/');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await highlights(page)).toEqual({});
  });
});
