import { expect, test } from 'vitest';
import { type Node, sourceFiles, textOf, visit } from './sources';

/** Parts that speak to readers; their words come from `lib/locales`. */
const SPEAKING = [
  'lib/background/doors',
  'lib/card',
  'lib/dossier',
  'lib/options',
  'lib/popup',
  'lib/ui',
  'lib/welcome',
  'entrypoints',
];

/** Attributes that readers see or hear, and the element's content. */
const SEEN = /^(children|title|label|placeholder|alt|note|aria-(label|valuetext|description|roledescription))$/;

/** Names, which are the same in every language. */
const NAMES = ['Attribution Lens', 'NOTICE.txt', 'Palo Alto Networks', 'Recorded Future'];

/** What looks like prose and is none, or is not for this interface. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'Names on …': 'title within an exported file, which is in English as a whole',
  'a[href], button, input, select, textarea, label, summary, [role=button], [onclick]': 'a selector',
  'Names found by “…”': 'the same',
  'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable], audio[controls], video[controls]':
    'a selector',
  '0 auto auto 0': 'a value of a style',
};

test('no element holds words of its own: they come from lib/locales', async () => {
  const found: string[] = [];
  for (const { path, program } of await sourceFiles(SPEAKING))
    visit(program, (node) => {
      if (node.type === 'CallExpression' && /^_?jsxs?(DEV)?$/.test(nameOf(node.callee as Node)))
        found.push(...wordsOf(node).map((text) => `${path}: ${text}`));
      return undefined;
    });
  expect(found).toEqual([]);
});

test('no sentence stands in the code of a part that speaks', async () => {
  const found: string[] = [];
  for (const { path, program } of await sourceFiles(SPEAKING))
    visit(program, (node) => {
      if (node.type === 'ImportDeclaration' || node.type === 'ThrowStatement') return false;
      // Classes, styles and paths are strings of several words too.
      if (node.type === 'Property' && /^(class|style|rel|d|viewBox|transform)$/.test(keyOf(node))) return false;
      const text = textOf(node);
      if (text !== undefined && isProse(text) && !NAMES.includes(text) && !(text in NOT_SHOWN))
        found.push(`${path}: ${text}`);
      return undefined;
    });
  expect(found).toEqual([]);
});

/** Words that a JSX call itself says, whatever conditions they stand under. */
function wordsOf(call: Node): string[] {
  const [, props] = call.arguments as Node[];
  const properties = ((props?.properties ?? []) as Node[]).filter(
    (property) => property.type === 'Property' && SEEN.test(keyOf(property)),
  );
  return properties.flatMap((property) => literalsOf(property.value as Node));
}

/** Strings that an expression may give; those within calls and comparisons are arguments, not words. */
function literalsOf(node: Node): string[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [...literalsOf(node.consequent as Node), ...literalsOf(node.alternate as Node)];
    case 'LogicalExpression':
      return [...literalsOf(node.left as Node), ...literalsOf(node.right as Node)];
    case 'ArrayExpression':
      return (node.elements as Node[]).flatMap(literalsOf);
    default: {
      const text = textOf(node);
      return text !== undefined && /\p{L}{2}/u.test(text) && !NAMES.includes(text) ? [text] : [];
    }
  }
}

/** Two words one after another, as prose has them. */
function isProse(text: string): boolean {
  return /\p{L}{2,},? \p{Ll}{2,}/u.test(text);
}

function nameOf(callee: Node): string {
  return callee.type === 'Identifier' ? (callee.name as string) : '';
}

function keyOf({ key }: Node): string {
  const { name, value } = key as Node;
  return String(name ?? value);
}
