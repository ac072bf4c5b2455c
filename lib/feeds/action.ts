import * as v from 'valibot';
import { INTERVALS } from './subscription';

const feed = v.pipe(v.string(), v.maxLength(120), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const address = v.pipe(v.string(), v.maxLength(2000));

/** Longest list of own names that is kept in the browser's small storage, in characters. Longer ones are files. */
export const LONGEST_LIST = 1_000_000;

/** What the options page may ask to be done with feeds. */
export const feedAction = v.variant('do', [
  v.strictObject({ do: v.literal('add-address'), url: address }),
  v.strictObject({ do: v.literal('add-preset'), preset: feed }),
  v.strictObject({
    do: v.literal('add-file'),
    upload: v.pipe(v.string(), v.uuid()),
    file: v.pipe(v.string(), v.maxLength(200)),
  }),
  v.strictObject({ do: v.literal('set-list'), text: v.pipe(v.string(), v.maxLength(LONGEST_LIST)) }),
  v.strictObject({ do: v.literal('check'), feed }),
  v.strictObject({ do: v.literal('check-all') }),
  v.strictObject({ do: v.literal('install'), feed }),
  v.strictObject({ do: v.literal('decline'), feed, forGood: v.boolean() }),
  v.strictObject({ do: v.literal('switch'), feed, isOn: v.boolean() }),
  v.strictObject({ do: v.literal('back'), feed, number: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({ do: v.literal('pin'), feed, isPinned: v.boolean() }),
  v.strictObject({ do: v.literal('remove'), feed }),
  v.strictObject({ do: v.literal('stop'), feed }),
  v.strictObject({
    do: v.literal('schedule'),
    every: v.optional(v.picklist(INTERVALS)),
    installs: v.optional(v.boolean()),
  }),
]);
export type FeedAction = v.InferOutput<typeof feedAction>;

export const changesRequest = v.strictObject({
  feed,
  search: v.pipe(v.string(), v.maxLength(200)),
  from: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type ChangesRequest = v.InferOutput<typeof changesRequest>;
