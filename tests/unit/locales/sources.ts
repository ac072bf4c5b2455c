import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst, transformWithEsbuild } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface Node {
  type: string;
  [field: string]: unknown;
}

export interface SourceFile {
  path: string;
  program: Node;
}

/** Source files of these folders, as syntax trees; JSX stands as calls, its text as strings among their arguments. */
export async function sourceFiles(folders: readonly string[]): Promise<SourceFile[]> {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Promise.all(
    paths.map(async (path) => {
      const { code } = await transformWithEsbuild(readFileSync(path, 'utf8'), path, {
        jsx: 'automatic',
        jsxImportSource: 'preact',
        target: 'esnext',
        tsconfigRaw: {},
      });
      return { path: relative(ROOT, path).replaceAll('\\', '/'), program: parseAst(code) as unknown as Node };
    }),
  );
}

/** Visits a tree from the top; a visitor that returns false is not asked about what lies below. */
export function visit(node: Node, visitor: (node: Node) => boolean | undefined): void {
  if (visitor(node) === false) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, visitor);
  }
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && typeof (value as Node).type === 'string';
}

/** What a string or a template says, with `…` where something is put in; nothing for other nodes. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}
