import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEMO_FOLDER } from '../../browser/extension.ts';
import { realNames } from '../material/indexes.ts';
import { prose } from '../material/prose.ts';
import { Random } from '../material/random.ts';

/** A page to read, as HTML. */
export interface Page {
  name: string;
  html: string;
}

export function demoPage(): Page {
  return { name: 'the demo article', html: readFileSync(join(DEMO_FOLDER, 'index.html'), 'utf8') };
}

/** An article of so many UTF-16 units of text, a tenth of its paragraphs about attacks, marked up as articles are. */
export function generatedPage(units: number): Page {
  const names = realNames(4000).map(({ written }) => written);
  return {
    name: `generated, ${units.toLocaleString('en')} units`,
    html: article(prose({ units, names, aboutAttacks: 0.1 })),
  };
}

export function savedPages(folder: string, { withScripts = false } = {}): Page[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return files.sort().map((file) => {
    const html = read(folder, file);
    return { name: basename(file, '.html'), html: withScripts ? html : withoutScripts(html) };
  });
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A heading every ten paragraphs; a link or an emphasis every twenty words; a list of links before and behind. */
function article(text: string): string {
  const random = new Random(3);
  const inline = (paragraph: string) =>
    escapeHtml(paragraph).replace(/\b[a-z]{4,}\b/g, (word) => {
      if (!random.chance(0.08)) return word;
      return random.chance(0.5) ? `<a href="#">${word}</a>` : `<em>${word}</em>`;
    });
  const paragraphs = text
    .split('\n')
    .map((paragraph, i) => `${i % 10 ? '' : `<h2>Part ${i / 10}</h2>`}<p>${inline(paragraph)}</p>`);
  const links = Array.from({ length: 40 }, (_, i) => `<li><a href="#">Section ${i}</a></li>`).join('');
  return `<!doctype html><html lang="en"><title>Bench</title><nav><ul>${links}</ul></nav><main>${paragraphs.join('\n')}</main><footer><ul>${links}</ul></footer>`;
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** A saved page's own scripts ask for hosts that are not there; it is its text that is read. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/gi, '');
}
