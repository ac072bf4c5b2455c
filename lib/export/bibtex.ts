import type { Reference } from './reference';

const TYPES: Partial<Record<Reference['kind'], string>> = { 'vendor-report': 'techreport', advisory: 'techreport' };

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** BibTeX entries in UTF-8. Braces keep the case of titles and the names of bodies whole. */
export function bibtex(references: readonly Reference[]): string {
  return references.map(entry).join('\n');
}

function entry(reference: Reference): string {
  const type = TYPES[reference.kind] ?? 'misc';
  const [year, month] = reference.published?.split('-') ?? [];
  const fields: [string, string | undefined][] = [
    ['author', `{${escaped(reference.publisher)}}`],
    ['title', `{${escaped(reference.title)}}`],
    ['year', year],
    ['month', month && String(Number(month))],
    // For biblatex, at its own precision; BibTeX itself knows year and month.
    ['date', reference.published],
    [type === 'techreport' ? 'institution' : 'publisher', `{${escaped(reference.publisher)}}`],
    ['version', reference.version && escaped(reference.version)],
    ['url', reference.url && address(reference.url)],
    ['urldate', reference.read],
    ['note', reference.archivedUrl && `Archived: \\url{${address(reference.archivedUrl)}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${type}{${reference.key},\n${lines.join(',\n')}\n}\n`;
}

/** Text as LaTeX prints it; signs that it would join into one (`--`, `''`, two backticks) are held apart. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}#$%&_~^]/g, (sign) => SIGNS[sign]!)
    .replace(/([-'`])(?=\1)|([?!])(?=`)/g, '$&{}');
}

/** An address stands as it is; only braces and backslashes would end the field early. */
function address(url: string): string {
  return url.replace(/[\\{}]/g, (sign) => encodeURIComponent(sign));
}
