import { changesBetween } from './layers';
import { DEFAULTS, migrate } from './settings';

const FORMAT = 'attribution-lens-backup';
const FORMAT_VERSION = 1;
/** Characters of a file, and of the own names in it. */
const LONGEST = 4_000_000;
const LONGEST_LIST = 1_000_000;

/** What a reader can take from one browser to another. */
export interface Backup {
  /** What they decided: sites and muted names included. What they left alone is absent, and follows the defaults. */
  settings: object;
  /** Their own names, as they wrote them. */
  ownNames: string;
}

/** Why a file was not taken over; the page has a sentence for each. */
export type BackupRefusal = 'tooLarge' | 'notJson' | 'otherFile' | 'newer' | 'damaged';

export class BackupRefused extends Error {
  readonly why: BackupRefusal;

  constructor(why: BackupRefusal) {
    super(`the backup is refused: ${why}`);
    this.why = why;
  }
}

/** One JSON file, to be read by people too. */
export function writeBackup({ settings, ownNames }: Backup, made: Date): string {
  const file = { format: FORMAT, formatVersion: FORMAT_VERSION, made: made.toISOString(), settings, ownNames };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads a backup whole, or not at all. Settings that this version does not know are left out.
 *
 * @throws BackupRefused
 */
export function readBackup(text: string): Backup {
  if (text.length > LONGEST) throw new BackupRefused('tooLarge');
  const file = parse(text);
  if (file.format !== FORMAT) throw new BackupRefused('otherFile');
  if (typeof file.formatVersion !== 'number') throw new BackupRefused('damaged');
  if (file.formatVersion > FORMAT_VERSION) throw new BackupRefused('newer');
  const { settings, ownNames = '' } = file;
  if (settings === null || typeof settings !== 'object' || Array.isArray(settings)) throw new BackupRefused('damaged');
  if (typeof ownNames !== 'string' || ownNames.length > LONGEST_LIST) throw new BackupRefused('damaged');
  return { settings: changesBetween({ ...DEFAULTS }, { ...migrate(settings) }), ownNames };
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BackupRefused('notJson');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new BackupRefused('otherFile');
  return value as Record<string, unknown>;
}
