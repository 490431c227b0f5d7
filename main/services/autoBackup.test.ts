import { expect, test } from 'vitest';
import { BACKUP_EVERY_MS, backupDue } from './autoBackup.ts';

test('a backup is due when there is data and the last one is missing, old, from the future or without files', () => {
  const last = (ageMs: number, files: object | null = {}) => ({ ageMs, files });
  expect(backupDue(0, null)).toBe(false);
  expect(backupDue(5, null)).toBe(true);
  expect(backupDue(5, last(BACKUP_EVERY_MS - 1))).toBe(false);
  expect(backupDue(5, last(BACKUP_EVERY_MS))).toBe(true);
  expect(backupDue(5, last(-1))).toBe(true);
  expect(backupDue(5, last(0, null))).toBe(true);
});
