import type { NamedIn } from '../../model/excerpt';
import type { EntityId } from '../../model/record';
import type { Span } from '../annotate-document';

/** Spans summed up: one mention for each entity, or for each set of candidates, most named first. */
export function namedIn(name: string, spans: readonly Span[]): NamedIn {
  const mentions = new Map<string, NamedIn['mentions'][number]>();
  for (const { entityId, candidates, text } of spans) {
    const ids = (entityId ? [entityId] : (candidates ?? [])) as EntityId[];
    const key = ids.join(' ');
    const written = text.replace(/\s+/g, ' ');
    const mention = mentions.get(key) ?? { entities: ids, written: [], count: 0 };
    mentions.set(key, mention);
    mention.count++;
    if (!mention.written.includes(written)) mention.written.push(written);
  }
  return { name, mentions: [...mentions.values()].sort((a, b) => b.count - a.count) };
}
