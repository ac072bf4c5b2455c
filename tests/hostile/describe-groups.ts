import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Reader, startReader } from '../browser/extension.ts';
import type { PageUnderTest } from '../browser/harness/driver.ts';
import { BROWSER_NAMES } from '../browser/harness/find-browser.ts';
import type { HostileCase, HostileGroup } from './case.ts';
import { runCase } from './run-case.ts';

/** A test for each case in each browser that can run it. Titles are what `report.ts` reads. */
export function describeGroups(groups: readonly HostileGroup[]): void {
  describe.each(BROWSER_NAMES)('hostile pages in %s', (name) => {
    let reader: Reader;
    let tab: PageUnderTest | undefined;

    beforeAll(async () => {
      reader = await startReader(name, { viewport: { width: 800, height: 600 } });
    });
    afterAll(() => reader?.close());

    /** A page that has hung or crashed must not take the next case with it. */
    async function run(one: HostileCase): Promise<void> {
      const own = tab ?? (await reader.browser.newPage());
      tab = undefined;
      await runCase(one, reader, own);
      tab = own;
    }

    for (const { title, cases } of groups) {
      const own = cases.filter(({ only }) => !only || only === name);
      describe(title, () => {
        test.each(own.map((one) => [one.name, one] as const))('%s', (_, one) => run(one));
      });
    }
  });
}
