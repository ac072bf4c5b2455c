import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledPackages } from '../../lib/cli/release/bundled';
import { libraryOf, noticeWith } from '../../lib/cli/release/notice';
import libraries from '../../lib/options/libraries.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..');

describe('every package in the builds stands with its licence (else: npm run licences)', () => {
  const packages = bundledPackages();

  test('in the list of the about page', () => {
    expect(packages).toContain('preact');
    expect(libraries).toEqual(packages.map(libraryOf));
  });

  test('in NOTICE, with the text that the licence asks for', () => {
    const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
    expect(notice).toBe(noticeWith(notice, packages));
  });

  test.each(['chrome-mv3', 'firefox-mv3'])('in the %s build itself', (folder) => {
    for (const name of ['LICENSE', 'NOTICE'])
      expect(readFileSync(join(ROOT, '.output', folder, `${name}.txt`), 'utf8')).toBe(
        readFileSync(join(ROOT, name), 'utf8'),
      );
  });
});
