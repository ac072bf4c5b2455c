import * as v from 'valibot';
import { ENTITY_KINDS, type EntityId } from '../../model/record';

/** UTF-16 units of text in one message: what browsers let through at all, about. */
export const MOST_TEXT = 32_000_000;
/** Runs of text in one message, and in one document. */
export const MOST_FLOWS = 300_000;
/** Rows of a report: names of one frame. The page sends no more. */
export const MOST_ROWS = 2_000;
const MOST_NAMESAKES = 64;
const LONGEST_ID = 200;
const LONGEST_SPELLING = 200;
const LONGEST_TITLE = 500;
const MOST_COUNTED = 1_000_000_000;
/** Chromium counts tabs from a number of ten digits on. */
const HIGHEST_TAB = 2 ** 31 - 1;

/** A list; one that is too long is refused before anything in it is looked at. */
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most),
    v.array(item),
  );
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_COUNTED));
const tab = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(HIGHEST_TAB));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

export const nothing = v.strictObject({});

/** Of an id that is not on file, handlers know nothing: it need not look like one. */
const id = text(LONGEST_ID);
const entityId = v.pipe(
  id,
  v.regex(/^(?:actor|agency|incident):/),
  v.transform((value) => value as EntityId),
);

/** All texts in one string, cut by `lengths`, which add up to it. */
const flows = v.pipe(
  v.strictObject({ ids: list(count, MOST_FLOWS), lengths: list(count, MOST_FLOWS), text: text(MOST_TEXT) }),
  v.check(({ ids, lengths }) => ids.length === lengths.length),
  v.check(({ lengths, text }) => lengths.reduce((sum, length) => sum + length, 0) === text.length),
);
export const matchRequest = v.strictObject({
  document: v.pipe(v.string(), v.regex(/^[\d-]{1,60}$/)),
  flows,
  dropped: list(count, MOST_FLOWS),
});

const row = v.pipe(
  v.strictObject({
    entities: v.pipe(list(entityId, MOST_NAMESAKES), v.minLength(1)),
    kind: v.picklist(ENTITY_KINDS),
    count,
    faint: count,
    written: list(text(LONGEST_SPELLING), 4),
  }),
  v.check(({ entities, kind }) => entities.every((entity) => entity.startsWith(`${kind}:`))),
  v.check(({ faint, count }) => faint <= count),
);
export const reportOf = v.strictObject({ report: v.strictObject({ mentions: list(row, MOST_ROWS), words: count }) });

export const oneId = v.strictObject({ id });
export const oneEntity = v.strictObject({ id: entityId });
export const fewIds = v.strictObject({ ids: list(id, MOST_NAMESAKES) });
export const excerptRequest = v.strictObject({ ids: list(id, 20_000), title: text(LONGEST_TITLE) });
export const oneTab = v.strictObject({ tab });
export const jumpRequest = v.strictObject({ tab, step: v.picklist([1, -1]), entity: v.optional(entityId) });
