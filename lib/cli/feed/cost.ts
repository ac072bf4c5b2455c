import { gzipSync } from 'node:zlib';

/** What a request costs beyond its body, in bytes: HTTP/2 headers both ways, and its share of the connection. */
const OVERHEAD = 700;
const SECONDS_A_MONTH = 30 * 86_400;

export interface CostInput {
  /** `feed.json`, bytes as sent (compressed). */
  manifest: number;
  /** Parts, bytes as sent. */
  shards: readonly number[];
  records: number;
  checksPerMonth: number;
  releasesPerMonth: number;
  /** Records that a release changes or adds. */
  changedRecords: number;
}

export interface Cost {
  /** Parts that a release changes, on average. */
  partsPerRelease: number;
  bytesPerReader: number;
  requestsPerReader: number;
}

/**
 * What one reader costs in a month. Changed records fall on parts at random: of `n` parts, `k` records touch
 * n · (1 − (1 − 1/n)^k).
 */
export function costOf(input: CostInput): Cost {
  const { manifest, shards, checksPerMonth, releasesPerMonth, changedRecords } = input;
  const parts = shards.length;
  const partsPerRelease = parts * (1 - (1 - 1 / parts) ** changedRecords);
  const partBytes = shards.reduce((sum, bytes) => sum + bytes, 0) / parts;
  const requestsPerReader = checksPerMonth + releasesPerMonth * partsPerRelease;
  const bodies = releasesPerMonth * (manifest + partsPerRelease * partBytes);
  return { partsPerRelease, requestsPerReader, bytesPerReader: bodies + requestsPerReader * OVERHEAD };
}

/** Requests a second, over the month. The schedule is spread at random over the whole interval, so a day has no peak. */
export function requestsPerSecond(readers: number, cost: Cost): number {
  return (readers * cost.requestsPerReader) / SECONDS_A_MONTH;
}

/** The same if all checked within `minutes` after a release, or at nine o'clock. */
export function rushPerSecond(readers: number, cost: Cost, minutes: number): number {
  return (readers * (1 + cost.partsPerRelease)) / (minutes * 60);
}

export function compressed(bytes: Uint8Array | string): number {
  return gzipSync(bytes, { level: 9 }).byteLength;
}

/** The table of `docs/feeds.md`, in Markdown. */
export function costTable(input: Omit<CostInput, 'checksPerMonth' | 'changedRecords'>): string {
  const rows = [
    '| schedule | records changed by a release | parts | kB per reader and month | requests per reader and month | requests/s at 1, 10, 100 million | at 100 million, all within 10 minutes |',
    '| --- | --: | --: | --: | --: | --: | --: |',
  ];
  for (const [schedule, checksPerMonth] of [
    ['daily', 30],
    ['weekly', 30 / 7],
  ] as const) {
    for (const changedRecords of [20, 100, 500]) {
      const cost = costOf({ ...input, checksPerMonth, changedRecords });
      const rates = [1e6, 1e7, 1e8].map((readers) => round(requestsPerSecond(readers, cost)));
      const cells = [
        schedule,
        changedRecords,
        round(cost.partsPerRelease),
        round(cost.bytesPerReader / 1000),
        round(cost.requestsPerReader),
        rates.join(', '),
        round(rushPerSecond(1e8, cost, 10)),
      ];
      rows.push(`| ${cells.join(' | ')} |`);
    }
  }
  return `${rows.join('\n')}\n`;
}

function round(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString('en');
}
