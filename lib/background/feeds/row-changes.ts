import type { FeedRefused } from '../../feeds/refused';
import type { Feeds, FeedVersion, Subscription } from '../../feeds/subscription';
import type { Loaded } from './load-feed';
import { notBefore } from './schedule';

export type RowChange = (row: Subscription, feeds: Feeds) => Subscription;

/** Versions kept beside the one in use. */
export const KEPT = 3;

/** Changes one row, if it is still there. */
export function editRow(id: string, change: RowChange): (feeds: Feeds) => Feeds {
  return (feeds) => ({ ...feeds, rows: feeds.rows.map((row) => (row.id === id ? change(row, feeds) : row)) });
}

export function failed(refusal: FeedRefused, during: 'check' | 'install', now: number): RowChange {
  return (row, { schedule }) => {
    const failures = during === 'check' ? row.failures + 1 : row.failures;
    return {
      ...row,
      failures,
      failure: { code: refusal.code, details: refusal.details, at: now, during },
      ...(during === 'check'
        ? { checkedAt: now, notBefore: notBefore(schedule.every, failures, refusal.retryAfter, now) }
        : {}),
    };
  };
}

/** Asked, and answered that nothing is new. */
export function found(learnt: Partial<Subscription>, now: number): RowChange {
  return (row) => ({ ...row, ...learnt, checkedAt: now, failures: 0, failure: undefined, notBefore: undefined });
}

/** Loaded: waits for the reader's word. */
export function nowWaiting(version: FeedVersion, { learnt }: Loaded, now: number): RowChange {
  return (row, feeds) => ({
    ...found(learnt, now)(row, feeds),
    lastNumber: version.number,
    waiting: version,
  });
}

/** In use from now on. */
export function installed(version: FeedVersion, now: number): RowChange {
  return (row) => {
    const { isPutOff: _, changes: __, ...plain } = version as NonNullable<Subscription['waiting']>;
    const others = row.versions.filter(({ number }) => number !== version.number);
    const isNew = row.waiting?.number === version.number;
    return {
      ...row,
      isOn: true,
      versions: isNew ? [plain, ...others].slice(0, KEPT + 1) : row.versions,
      waiting: isNew ? undefined : row.waiting,
      ...(isNew ? { skipped: undefined } : {}),
      failure: undefined,
      checkedAt: row.checkedAt ?? now,
    };
  };
}

/** Back to an older version: what was left is not installed again by itself. */
export function wentBack(left: FeedVersion | undefined): RowChange {
  return (row) => ({ ...row, failure: undefined, ...(left ? { skipped: left.hash } : {}) });
}
