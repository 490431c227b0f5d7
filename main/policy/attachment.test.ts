import { expect, test } from 'vitest';
import { openableType } from './attachment.ts';

test.each(['需求文檔.PDF', 'photo.jpeg', '清单.xlsx'])('%s is shown by its program', (name) => {
  expect(openableType(name)).not.toBeNull();
});

test.each([
  'setup.exe',
  'a.pdf.lnk',
  'macro.docm',
  'run.sh',
  'page.html',
  'noextension',
  '.pdf',
  'x.constructor',
])('%s is never opened from the app', (name) => {
  expect(openableType(name)).toBeNull();
});
