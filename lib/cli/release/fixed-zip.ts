import { readFileSync, writeFileSync } from 'node:fs';
import JSZip from 'jszip';

/** The first instant that a zip can write: no day of a build is in the archive. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1));

/**
 * Writes an archive again so that its bytes follow from the names and contents of its files and from nothing
 * else: one date, sorted by name, no entries for folders. WXT writes the time of the build, in the order in
 * which the disk gave the files.
 */
export async function fixZip(path: string): Promise<void> {
  const read = await JSZip.loadAsync(readFileSync(path));
  const fixed = new JSZip();
  for (const name of filesOf(read))
    fixed.file(name, await read.file(name)!.async('uint8array'), { date: NO_DAY, createFolders: false });
  writeFileSync(
    path,
    // Compressed by JSZip's own code and not by Node's, whose output differs between versions and machines.
    await fixed.generateAsync({
      type: 'nodebuffer',
      platform: 'DOS',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
    }),
  );
}

/** Names and contents of the files in an archive, sorted by name. */
export async function unzip(path: string): Promise<{ name: string; bytes: Uint8Array; date: Date }[]> {
  const archive = await JSZip.loadAsync(readFileSync(path));
  return Promise.all(
    filesOf(archive).map(async (name) => {
      const file = archive.file(name)!;
      return { name, bytes: await file.async('uint8array'), date: file.date };
    }),
  );
}

function filesOf(archive: JSZip): string[] {
  return Object.values(archive.files)
    .filter((entry) => !entry.dir)
    .map((entry) => entry.name)
    .sort();
}
