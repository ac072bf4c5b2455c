import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HEADING = 'Code of others in the built extension';
const RULE = '-'.repeat(72);

/** Packages without a licence file of their own: whose it is. They come from one repository. */
const LICENSED_WITH: Readonly<Record<string, string>> = { '@wxt-dev/browser': 'wxt', '@wxt-dev/i18n': 'wxt' };

/** Licences whose text need not go with the code: what to say instead. */
const ELSEWHERE: Readonly<Record<string, (url: string) => string>> = {
  'Apache-2.0': () => 'The text of the Apache License, Version 2.0, stands in LICENSE.',
  'MPL-2.0': (url) => `Its source, which is not changed here: ${url}\nThe licence: https://www.mozilla.org/MPL/2.0/`,
};

/** A bundled package, as the about page lists it. */
export interface Library {
  name: string;
  /** SPDX expression. */
  spdx: string;
  url: string;
}

/** @throws Error where a package does not state its licence, or has one that we have not looked at */
export function libraryOf(name: string): Library {
  const { license, repository } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'),
  ) as { license?: string; repository?: string | { url: string } };
  if (!license || !/^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0)$/.test(license))
    throw new Error(
      `${name} is under “${license}”: read it before it is shipped, then name it in lib/cli/release/notice.ts.`,
    );
  const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
  return { name, spdx: license, url: webAddress(url) };
}

/** NOTICE with its last part, on the code of others, made from the packages' own licence files. */
export function noticeWith(notice: string, names: readonly string[]): string {
  const start = notice.indexOf(HEADING);
  if (start < 0) throw new Error(`NOTICE has no part “${HEADING}”.`);
  return `${notice.slice(0, start)}${HEADING}\n\n${sections(names.map(libraryOf)).join(`\n${RULE}\n`)}`;
}

/** Packages under the same text stand together. */
function sections(libraries: readonly Library[]): string[] {
  const byText = new Map<string, Library[]>();
  for (const library of libraries) byText.set(textOf(library), [...(byText.get(textOf(library)) ?? []), library]);
  return [...byText].map(([text, together]) => {
    const heads = together.map(({ name, spdx, url }) => `${name} (${spdx})\n${url}`);
    return `${heads.join('\n')}\n\n${text}\n`;
  });
}

function textOf({ name, spdx, url }: Library): string {
  const folder = join(ROOT, 'node_modules', LICENSED_WITH[name] ?? name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  const instead = ELSEWHERE[spdx]?.(url);
  if (!instead && !file)
    throw new Error(`${name} has no licence file: find its text, and name it in lib/cli/release/notice.ts.`);
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  if (!instead)
    return text
      .replace(/\r\n/g, '\n')
      .replace(/[ \t]+$/gm, '')
      .trim();
  const copyright = text.match(/^\s*(Copyright (?!\[|owner|notice|holder).*\d{4}.*)$/im)?.[1];
  return copyright ? `${copyright}\n${instead}` : instead;
}

/** `git+https://github.com/a/b.git`, `a/b` and the like → `https://github.com/a/b`. */
function webAddress(repository: string): string {
  if (/^[\w-]+\/[\w.-]+$/.test(repository)) return `https://github.com/${repository}`;
  return repository.replace(/^git(\+https)?:/, 'https:').replace(/\.git$/, '');
}
