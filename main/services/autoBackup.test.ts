import { expect, test } from 'vitest';
import { BACKUP_EVERY_MS, backupDue } from './autoBackup.ts';

test('a backup is due when there is data and the last one is missing, old, or from the future', () => {
  expect(backupDue(0, null)).toBe(false);
  expect(backupDue(5, null)).toBe(true);
  expect(backupDue(5, BACKUP_EVERY_MS - 1)).toBe(false);
  expect(backupDue(5, BACKUP_EVERY_MS)).toBe(true);
  expect(backupDue(5, -1)).toBe(true);
});
