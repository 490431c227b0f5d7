import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readHolidayList } from '#shared/schedule/holidays/read.ts';
import { requireSharedData } from '#test/support/sharedData.ts';

it('reads a real iCalendar file of holidays, folded lines and all', () => {
  const text = readFileSync(join(requireSharedData(), 'ical', 'ganttproject-holidays.ics'), 'utf8');
  expect(readHolidayList(text)).toMatchObject({
    ok: true,
    days: [{ date: '2023-12-07', name: 'Chanukah: 1 Candle' }],
  });
});
