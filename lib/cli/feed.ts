import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MANIFEST_FILE, readEnvelope, readManifest, shardPath } from '../feeds/net/manifest';
import { FeedRefused } from '../feeds/refused';
import { compressed, costTable } from './feed/cost';
import { readPrivateKey, readPublicKey, writeKeyPair } from './feed/key-files';
import { publish } from './feed/publish';
import { refusalSentence } from './feed/refusal-sentence';
import { verifyFolder } from './feed/verify';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const USAGE = `usage: npm run feed:keygen -- FILE
       npm run feed:publish -- --key FILE [--next-key FILE.pub]… [--days N] OUT
       npm run feed:verify -- --key FILE.pub [--key …] DIR
       npm run feed:cost -- [--releases N] DIR
`;

/** The commands of whoever keeps a signed feed. Exit codes: 0 done, 1 refused with one sentence, 2 wrong usage. */
async function main([command, ...words]: readonly string[]): Promise<number> {
  try {
    if (command === 'keygen') return keygen(words);
    if (command === 'publish') return await publishFeed(words);
    if (command === 'verify') return await verifyFeed(words);
    if (command === 'cost') return cost(words);
  } catch (error) {
    if (isWrongUsage(error)) return usage((error as Error).message);
    const why =
      error instanceof FeedRefused ? `The feed is refused. ${refusalSentence(error)}` : (error as Error).message;
    process.stderr.write(`feed: ${why}\n`);
    return 1;
  }
  return usage('a command is needed');
}

function keygen(words: string[]): number {
  const { positionals } = parseArgs({ args: words, allowPositionals: true });
  if (positionals.length !== 1) return usage('one FILE is needed');
  const publicKey = writeKeyPair(positionals[0]!);
  process.stdout.write(`${positionals[0]} (keep it secret) and ${positionals[0]}.pub: ${publicKey}\n`);
  return 0;
}

async function publishFeed(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      'next-key': { type: 'string', multiple: true },
      days: { type: 'string', default: '90' },
    },
  });
  const days = Number(values.days);
  if (!values.key || positionals.length !== 1) return usage('--key FILE and OUT are needed');
  if (!Number.isInteger(days) || days < 1 || days > 3650) return usage('--days takes a number of days');
  const key = await readPrivateKey(values.key);
  const nextKeys = values['next-key']?.map(readPublicKey);
  const { compileDataset } = await import('../../data/build/compile');
  const { dataset, overrides, stamp } = compileDataset(join(ROOT, 'data'));
  const result = await publish(positionals[0]!, { core: { dataset, overrides }, stamp, key, nextKeys, lifetime: days });
  const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
  process.stdout.write(
    `${result.version}, until ${result.expires.slice(0, 10)}: ${result.shards} parts, ${kilobytes(result.bytes)}; ` +
      `${result.fresh} of them new, ${kilobytes(result.freshBytes)}\n`,
  );
  return 0;
}

async function verifyFeed(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true } },
  });
  if (!values.key || positionals.length !== 1) return usage('--key FILE.pub and DIR are needed');
  const { manifest, core } = await verifyFolder(positionals[0]!, values.key.map(readPublicKey));
  const counts = Object.entries(core.dataset).map(
    ([name, records]) => `${records.length.toLocaleString('en')} ${name}`,
  );
  process.stdout.write(
    `${manifest.feed} ${manifest.version} of ${manifest.date}, published ${manifest.published.slice(0, 10)}, ` +
      `expires ${manifest.expires.slice(0, 10)}: ${counts.join(', ')}\n`,
  );
  return 0;
}

/** What serving the folder costs, computed from its files as a server would compress them. */
function cost(words: string[]): number {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { releases: { type: 'string', default: '2' } },
  });
  const [folder] = positionals;
  const releasesPerMonth = Number(values.releases);
  if (!folder || positionals.length > 1 || !(releasesPerMonth > 0)) return usage('DIR is needed');
  const feed = readFileSync(join(folder, MANIFEST_FILE));
  const manifest = readManifest(readEnvelope(JSON.parse(feed.toString())).manifest);
  const shards = manifest.shards.map(({ sha256 }) => compressed(readFileSync(join(folder, shardPath(sha256)))));
  const all = shards.reduce((sum, bytes) => sum + bytes, 0);
  process.stdout.write(
    `${manifest.version}: ${manifest.records} records in ${shards.length} parts, ${Math.round(all / 1000)} kB as sent; ` +
      `feed.json ${Math.round(compressed(feed) / 1000)} kB; ${releasesPerMonth} releases a month\n\n`,
  );
  process.stdout.write(costTable({ manifest: compressed(feed), shards, records: manifest.records, releasesPerMonth }));
  return 0;
}

function isWrongUsage(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}

function usage(fault: string): number {
  process.stderr.write(`feed: ${fault}\n${USAGE}`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
