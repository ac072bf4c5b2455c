import { excerptOf } from '../../dataset/excerpt';
import type { RecordStore } from '../../dataset/record-store';
import { stixJson } from '../../export/stix/bundle';
import type { NamedIn } from '../../model/excerpt';
import type { Formatter } from './format';
import { namedIn } from './named-in';

/**
 * One bundle of everything that the documents name, with a note for each document. A bundle is one JSON
 * object, so this is the one format that is written at the end; only ids, spellings and counts are held.
 */
export function stixFormatter(records: RecordStore): Formatter {
  const texts: NamedIn[] = [];
  return {
    answer(document, spans) {
      if (spans.length) texts.push(namedIn(document.id.shown, spans));
      return '';
    },
    tail() {
      const ids = texts.flatMap(({ mentions }) => mentions.flatMap(({ entities }) => entities));
      return stixJson({ ...excerptOf(records, ids, 'Names in the texts'), texts });
    },
  };
}
