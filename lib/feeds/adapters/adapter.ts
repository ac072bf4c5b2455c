import type { Steps } from '../../matching/steps';
import type { FeedContent, FeedFormat, FeedIdentity } from '../content';
import type { FeedDocument } from '../reading/feed-document';

/** One form of feed: tells its documents from others, and reads what they say of names. */
export interface FeedAdapter {
  format: FeedFormat;
  recognises(document: FeedDocument): boolean;
  /** @throws FeedRefused */
  read(document: FeedDocument, feed: FeedIdentity): Steps<FeedContent>;
}

/** Rows between two rests. */
export const AT_A_TIME = 64;

/** A parsed object, its fields asked by name only: never an inherited one. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
}

export function field(fields: Fields | undefined, name: string): unknown {
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function textField(fields: Fields | undefined, name: string): string | undefined {
  const value = field(fields, name);
  return typeof value === 'string' ? value : undefined;
}

/** The field's list; `[]` where there is none. */
export function listField(fields: Fields | undefined, name: string): readonly unknown[] {
  const value = field(fields, name);
  return Array.isArray(value) ? value : [];
}
