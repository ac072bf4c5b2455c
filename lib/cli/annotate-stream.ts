import type { RecordStore } from '../dataset/record-store';
import type { NameIndex } from '../matching/name-index';
import { annotateDocument, entityDirectory } from './annotate-document';
import { type Format, formatter } from './formats/format';
import type { TextDocument } from './text-document';

export interface AnnotateOptions {
  format: Format;
  /** Bodies that are described and not named, too. */
  described?: boolean;
  /** Needed by STIX alone. */
  records?: RecordStore;
}

/**
 * Answers each document as soon as it comes and holds none of them: pulls the next one only when the
 * answer has been taken. STIX is one object, and so comes at the end.
 */
export async function* annotateStream(
  documents: AsyncIterable<TextDocument>,
  index: NameIndex,
  { format, described = false, records }: AnnotateOptions,
): AsyncGenerator<string> {
  const entities = entityDirectory(index);
  const output = formatter(format, entities, records);
  if (output.head) yield output.head;
  for await (const document of documents) {
    const answer = output.answer(document, annotateDocument(document, index, entities, described));
    if (answer) yield answer;
  }
  const tail = output.tail?.();
  if (tail) yield tail;
}

/** The texts themselves; as JSON Lines they can be fed back, and offsets will be the same. */
export async function* textStream(
  documents: AsyncIterable<TextDocument>,
  format: 'plain' | 'jsonl',
): AsyncGenerator<string> {
  for await (const { id, text } of documents) {
    if (format === 'jsonl') yield `{"id":${id.json},"text":${JSON.stringify(text)}}\n`;
    else if (text) yield text.endsWith('\n') ? text : `${text}\n`;
  }
}
