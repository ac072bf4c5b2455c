import { fold } from '../../matching/fold';
import { hashToken } from '../../matching/hash';
import { slug } from '../names/slug';

/** Part of an id for what has no id but its name: readable, and different for names that fold differently. */
export function nameId(prefix: string, name: string): string {
  const folded = fold(name);
  const readable = slug(name).slice(0, 60).replace(/-$/, '');
  return [prefix, readable, (hashToken(folded) >>> 0).toString(36)].filter(Boolean).join('-');
}
