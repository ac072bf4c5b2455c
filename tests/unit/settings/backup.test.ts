import { describe, expect, it } from 'vitest';
import { type BackupRefused, readBackup, writeBackup } from '../../../lib/backup';

const settings = { sites: { mode: 'only', hosts: ['news.example'] }, muted: ['actor:play'], badge: false };
const ownNames = 'Lantern Clerk\nPaper Heron';
const made = new Date('2026-11-28T12:00:00Z');
const file = () => JSON.parse(writeBackup({ settings, ownNames }, made)) as Record<string, unknown>;

describe('a backup', () => {
  it('comes back as it was saved', () => {
    expect(readBackup(writeBackup({ settings, ownNames }, made))).toEqual({ settings, ownNames });
  });

  it('holds only what the reader decided, and nothing that this version does not know', () => {
    const { settings: read } = readBackup(
      JSON.stringify({ ...file(), settings: { badge: true, colour: 'x', openDelay: 1 } }),
    );
    expect(read).toEqual({ openDelay: 150 });
  });

  it.each([
    ['no JSON', 'not json', 'notJson'],
    ['another file', '{"type":"bundle"}', 'otherFile'],
    ['a list', '[]', 'otherFile'],
    ['of a newer version', JSON.stringify({ ...file(), formatVersion: 2 }), 'newer'],
    ['without a version', JSON.stringify({ ...file(), formatVersion: undefined }), 'damaged'],
    ['without settings', JSON.stringify({ ...file(), settings: undefined }), 'damaged'],
    ['with settings that are text', JSON.stringify({ ...file(), settings: 'x' }), 'damaged'],
    ['with names that are no text', JSON.stringify({ ...file(), ownNames: ['x'] }), 'damaged'],
    ['too large', ' '.repeat(4_000_001), 'tooLarge'],
  ])('%s is refused whole', (_, text, why) => {
    expect(() => readBackup(text)).toThrow();
    try {
      readBackup(text);
    } catch (error) {
      expect((error as BackupRefused).why).toBe(why);
    }
  });
});
