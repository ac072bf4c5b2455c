/**
 * `npm run sbom [-- FILE]`, after a build: writes the bill of materials in CycloneDX's JSON, made by npm from the
 * lock file, without the network. Packages whose code is in the extension are marked `required`; those that only
 * build or check it, `excluded`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundledPackages } from './bundled.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

interface Component {
  name: string;
  version: string;
  type: string;
  scope: string;
}

interface Bill {
  serialNumber: string;
  metadata: { timestamp?: string; component: Component };
  components: Component[];
}

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
const file = process.argv[2] ?? join(ROOT, '.output', `${name}-${version}-sbom.cdx.json`);
const bill = JSON.parse(
  execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only', '--offline'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26, shell: process.platform === 'win32' },
  ),
) as Bill;

const bundled = new Map(bundledPackages().map((one) => [one, versionOf(one)]));
for (const component of bill.components) component.scope = isBundled(component) ? 'required' : 'excluded';
// npm takes the folder's name, and the time and a number by chance: the same release has one bill.
bill.metadata.component.name = name!;
delete bill.metadata.timestamp;
bill.serialNumber = `urn:uuid:${uuidOf(JSON.stringify([version, bill.components]))}`;

const missing = [...bundled.keys()].filter(
  (one) => !bill.components.some((component) => component.name === one && isBundled(component)),
);
if (missing.length) throw new Error(`In the builds and not in the lock file: ${missing.join(', ')}.`);
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(
  `${relative(process.cwd(), file)}: ${bill.components.length} packages, ${bundled.size} of them in the extension.`,
);

/** The same package may be there in a second version, for a tool. */
function isBundled(component: Component): boolean {
  return bundled.get(component.name) === component.version;
}

function versionOf(one: string): string {
  return (JSON.parse(readFileSync(join(ROOT, 'node_modules', one, 'package.json'), 'utf8')) as Component).version;
}

/** A UUID that follows from a text: RFC 9562, version 8. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
