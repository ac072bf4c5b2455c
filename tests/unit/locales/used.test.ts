import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesIn } from '../../fixtures/locales';
import { sourceFiles, textOf, visit } from './sources';

const FORM = /\.(zero|one|two|few|many|other)$/;

test('every message is used', async () => {
  const keys = [...messagesIn('en').keys()];
  const bases = new Set(keys.filter((key) => key.endsWith('.other')).map((key) => key.replace(FORM, '')));
  const said = new Set<string>();
  const patterns: RegExp[] = [];
  for (const { program } of await sourceFiles(['lib', 'entrypoints']))
    visit(program, (node) => {
      const text = textOf(node);
      if (text?.includes('…') && /^[a-z]\w*\./.test(text)) patterns.push(asPattern(text));
      else if (text) said.add(text);
      return undefined;
    });
  const config = readFileSync(join(import.meta.dirname, '..', '..', '..', 'wxt.config.ts'), 'utf8');
  for (const [, name] of config.matchAll(/__MSG_(\w+)__/g)) said.add(name!.replaceAll('_', '.'));
  const unused = keys.filter((key) => {
    const base = key.replace(FORM, '');
    const used = bases.has(base) ? base : key;
    return !said.has(used) && !patterns.some((pattern) => pattern.test(used));
  });
  expect(unused).toEqual([]);
});

/** `kind.…kind.title` stands for any word in the middle. */
function asPattern(text: string): RegExp {
  return new RegExp(`^${text.split('…').map(escaped).join('\\w+')}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
