import type { Reference } from './reference';

const TYPES: Record<Reference['kind'], string> = {
  dataset: 'DATA',
  'gov-statement': 'GOVDOC',
  advisory: 'RPRT',
  indictment: 'CASE',
  'sanctions-listing': 'GOVDOC',
  court: 'CASE',
  'vendor-report': 'RPRT',
  press: 'NEWS',
  denial: 'ELEC',
  reference: 'ELEC',
};

/** RIS records: `TAG  - value`, CR LF, one value on one line, UTF-8. */
export function ris(references: readonly Reference[]): string {
  return references.map(record).join('\r\n');
}

function record(reference: Reference): string {
  const [year, month = '', day = ''] = reference.published?.split('-') ?? [];
  const [readYear, readMonth, readDay] = reference.read?.split('-') ?? [];
  const tags: [string, string | undefined][] = [
    ['TY', TYPES[reference.kind]],
    ['ID', reference.key],
    // A comma would make a family name and a given name of a body's name; PB has it whole.
    ['AU', reference.publisher.replaceAll(',', '')],
    ['TI', reference.title],
    ['PB', reference.publisher],
    ['PY', year],
    // The form has four parts, of which the unknown stay empty.
    ['DA', year && `${year}/${month}/${day}/`],
    ['ET', reference.version],
    ['UR', reference.url],
    ['Y2', readYear && `${readYear}/${readMonth}/${readDay}/`],
    ['L2', reference.archivedUrl],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
