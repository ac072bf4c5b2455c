import { slug } from '../../../lib/feeds/names/slug';
import type { Source } from '../../../lib/model/source';
import { honestDate } from '../honest-date';
import type { OnFile } from '../proposal';
import type { SourceRow } from './rows';

/**
 * The record of a page that AUSPEX cites, under the id on file if its address is; or, in a sentence, why it is
 * of no use. Titles stay behind: they were written down by machine.
 */
export function sourceRecord(row: SourceRow, onFile: OnFile): Source | string {
  if (!row.url) return `${row.id} has no address`;
  if (!row.url.startsWith('https://')) return `${row.id} has no https address`;
  if (!URL.canParse(row.url) || !row.publisher.trim()) return `${row.id} has a faulty address or no publisher`;
  const onRecord = onFile.byUrl(row.url);
  const known = onRecord && onFile.get('sources', onRecord);
  if (known) return known;
  const published = honestDate(row.published_on, row.id, row.url.replaceAll('/', '-'));
  return {
    $schema: '../schema/source.schema.json',
    id: freeId(row, onFile),
    kind: kindOf(row),
    publisher: row.publisher.normalize('NFC').slice(0, 120).trim(),
    url: row.url,
    ...(published ? { published } : {}),
    licence: { spdx: 'NOASSERTION', use: 'link-only' },
    urlStatus: 'listed',
  };
}

function freeId(row: SourceRow, onFile: OnFile): Source['id'] {
  const id: Source['id'] = `source:${slug(row.id)}`;
  return onFile.get('sources', id) ? `source:auspex-${slug(row.id)}` : id;
}

const KINDS: Readonly<Record<string, Source['kind']>> = {
  journalism: 'press',
  news: 'press',
  'trade-press': 'press',
  'cert-advisory': 'advisory',
  'vendor-research': 'vendor-report',
  'vendor-disclosure': 'vendor-report',
  'vendor-primary': 'vendor-report',
  'vendor-forensic': 'vendor-report',
  industry: 'vendor-report',
};

function kindOf(row: SourceRow): Source['kind'] {
  if (row.kind !== 'govt-primary') return KINDS[row.kind] ?? 'reference';
  if (/^doj\/.*(indict|charg|complaint)/.test(row.id)) return 'indictment';
  return /^(cisa|anssi|cert)/.test(row.id) && /aa\d\d-|advisory/.test(row.id) ? 'advisory' : 'gov-statement';
}
