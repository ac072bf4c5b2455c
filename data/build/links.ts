/**
 * `npm run data:links [-- --older-than DAYS]`: asks every source's address whether it still answers, and
 * stores the status in the source's file. For a maintainer with access to the internet; nothing else in the
 * project makes requests. Slow on purpose: one request at a time to each host.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRecord } from '../../lib/dataset/canonical';
import type { Source } from '../../lib/model/source';
import { readDataset } from './read';

const folder = join(import.meta.dirname, '..');
const PAUSE_MS = 1_000;
const TIME_LIMIT_MS = 20_000;
const HOSTS_AT_ONCE = 8;

const today = new Date().toISOString().slice(0, 10);
const oldest = new Date(Date.now() - olderThanDays() * 86_400_000).toISOString().slice(0, 10);
const due = readDataset(folder).dataset.sources.filter((source) => (source.link?.asked ?? '') < oldest);
const hosts = [...groupByHost(due).values()];
const counts = new Map<number, number>();

console.log(`${due.length} addresses on ${hosts.length} hosts to ask.`);
await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
for (const [status, count] of [...counts].sort(([a], [b]) => a - b)) console.log(`${status || 'no answer'}: ${count}`);

async function work(): Promise<void> {
  for (let sources = hosts.pop(); sources; sources = hosts.pop()) {
    for (const source of sources) {
      const status = await statusOf(source.url);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      const file = join(folder, 'sources', `${source.id.split(':')[1]}.json`);
      writeFileSync(file, formatRecord('sources', { ...source, link: { status, asked: today } }));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** HTTP status after redirects; 0 where nobody answers in time. Some servers refuse HEAD, so they get a GET. */
async function statusOf(url: string): Promise<number> {
  for (const method of ['HEAD', 'GET']) {
    try {
      const { status } = await fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(TIME_LIMIT_MS) });
      if (method === 'GET' || (status !== 403 && status !== 405 && status !== 501)) return status;
    } catch {
      if (method === 'GET') return 0;
    }
  }
  return 0;
}

function hostOf(source: Source): string {
  return new URL(source.url).host;
}

function groupByHost(sources: readonly Source[]): Map<string, Source[]> {
  const groups = new Map<string, Source[]>();
  for (const source of sources) groups.set(hostOf(source), [...(groups.get(hostOf(source)) ?? []), source]);
  return groups;
}

function olderThanDays(): number {
  const at = process.argv.indexOf('--older-than');
  const days = at < 0 ? 30 : Number(process.argv[at + 1]);
  if (!Number.isFinite(days) || days < 0) throw new Error('--older-than takes a number of days.');
  return days;
}
