import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What each part of `lib` may import of the others. `model` is what everybody speaks of. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  matching: ['model'],
  dataset: ['model', 'matching'],
  feeds: ['model', 'matching', 'dataset'],
  export: ['model'],
  dossier: ['model', 'ui', 'export', 'messages.ts'],
  page: ['model'],
  card: ['model', 'ui'],
  search: ['model'],
  ui: ['model', 'search', 'export'],
  store: ['model', 'browser.ts'],
  background: [
    'model',
    'matching',
    'dataset',
    'feeds',
    'store',
    'page',
    'search',
    'messages.ts',
    'settings.ts',
    'policy.ts',
  ],
  content: ['model', 'page', 'card', 'store', 'messages.ts', 'settings.ts'],
  popup: ['model', 'ui', 'export', 'messages.ts', 'settings.ts'],
  welcome: ['model', 'ui', 'card', 'messages.ts', 'settings.ts'],
  options: ['model', 'ui', 'page', 'feeds', 'store', 'messages.ts', 'settings.ts', 'policy.ts', 'backup.ts'],
  cli: ['model', 'matching', 'dataset', 'export', 'feeds', 'page', 'locales'],
  'browser.ts': [],
  'messages.ts': ['browser.ts', 'model', 'page', 'feeds'],
  'settings.ts': ['browser.ts', 'model', 'page', 'policy.ts', 'layers.ts'],
  'backup.ts': ['layers.ts', 'settings.ts'],
  'policy.ts': ['browser.ts', 'model'],
  'layers.ts': [],
};

/** Of `page`, others may take what is pure: the rules of prose, styles and types. */
const PURE_OF_PAGE = ['page/prose', 'page/highlight-style', 'page/session'];

/** Parts and files that may touch the browser's extension API. */
const TOUCHES_BROWSER = [
  'browser.ts',
  'messages.ts',
  'settings.ts',
  'policy.ts',
  'dataset/store.ts',
  'store/',
  'background/',
  'popup/',
  'options/',
  'welcome/',
];

/** Parts whose words come from `lib/locales`. The content script is small because it says nothing. */
const SPEAKS_TO_READERS = ['ui/', 'popup/', 'options/', 'dossier/', 'card/', 'welcome/', 'background/doors/'];

/** Parts that run anywhere. */
const PURE = ['model/', 'matching/', 'dataset/', 'export/', 'feeds/', 'search/'];

const files = sources('lib');

describe('imports', () => {
  test('follow the order of the parts', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('lib/') && !mayImport(file, target))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of every part are written down', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in MAY_IMPORT) && !part.endsWith('.d.ts'))).toEqual(
      [],
    );
  });

  test('of the extension API stay where it is allowed', () => {
    const wrong = files.filter(
      (file) =>
        importsOf(file).some(({ target }) => target === 'wxt/browser' || target === 'lib/browser.ts') &&
        !TOUCHES_BROWSER.some((allowed) => file.startsWith(`lib/${allowed}`)),
    );
    expect(wrong).toEqual([]);
  });

  test('of messages stay in what the reader sees', () => {
    const wrong = files.filter(
      (file) =>
        importsOf(file).some(({ target }) => target === '#i18n') &&
        !SPEAKS_TO_READERS.some((part) => file.startsWith(`lib/${part}`)),
    );
    expect(wrong).toEqual([]);
  });

  test('of the pure parts name no Node module and no browser', () => {
    const pure = files.filter(
      (file) => PURE.some((part) => file.startsWith(`lib/${part}`)) && file !== 'lib/dataset/store.ts',
    );
    const wrong = pure.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => /^(node:|wxt|preact|webextension)/.test(target))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('never reach into the tests, and never into entrypoints', () => {
    const wrong = [...files, ...sources('entrypoints'), ...sources('data')].filter((file) =>
      importsOf(file).some(({ target }) => /^(tests|entrypoints)\//.test(target) && !file.startsWith('entrypoints/')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('shape', () => {
  test('entrypoints only wire: under 60 lines each', () => {
    const long = sources('entrypoints').filter((file) => linesOf(file) > 60);
    expect(long).toEqual([]);
  });

  test('no file has a name that says nothing', () => {
    const vague = [...files, ...sources('entrypoints'), ...sources('data'), ...sources('tests')].filter((file) =>
      /(^|\/)(utils?|helpers?|misc|common|managers?)([./-]|$)/i.test(file),
    );
    expect(vague).toEqual([]);
  });

  test('no source file is longer than 400 lines, and half of them are under 100', () => {
    const lengths = files.map(linesOf).sort((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(400);
    expect(lengths[lengths.length >> 1]).toBeLessThan(100);
  });

  test('the top level stays short', () => {
    const known = [
      '.ci',
      '.github',
      '.gitignore',
      '.npmrc',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'biome.json',
      'data',
      'docs',
      'entrypoints',
      'lib',
      'package-lock.json',
      'package.json',
      'public',
      'tests',
      'tsconfig.json',
      'wxt.config.ts',
    ];
    const made = ['.cache', '.git', '.output', '.wxt', 'node_modules'];
    expect(readdirSync(ROOT).filter((name) => !known.includes(name) && !made.includes(name))).toEqual([]);
  });
});

function mayImport(file: string, target: string): boolean {
  const from = partOf(file);
  const to = partOf(target);
  if (from === to) return true;
  if (!MAY_IMPORT[from]?.includes(to)) return false;
  const isLent = to !== 'page' || from === 'content' || PURE_OF_PAGE.some((pure) => target.startsWith(`lib/${pure}`));
  return isLent;
}

/** `lib/page/session.ts` → `page`, `lib/messages.ts` → `messages.ts`. */
function partOf(file: string): string {
  return file.split('/')[1]!;
}

function importsOf(file: string): { target: string }[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
  return specifiers.map((specifier) => ({ target: specifier.startsWith('.') ? resolved(file, specifier) : specifier }));
}

function resolved(file: string, specifier: string): string {
  const path = relative(ROOT, join(ROOT, dirname(file), specifier))
    .replaceAll('\\', '/')
    .replace(/\?.*$/, '');
  const known = [path, `${path}.ts`, `${path}.tsx`].find((candidate) => files?.includes(candidate));
  return known ?? path;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function linesOf(file: string): number {
  return readFileSync(join(ROOT, file), 'utf8').split('\n').length;
}
