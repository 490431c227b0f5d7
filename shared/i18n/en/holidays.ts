import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/holidays.ts';

export default {
  calendar: 'Calendar',
  newCalendar: 'Name of a new calendar',
  title: 'Public holidays',
  region: 'Region',
  regions: { CN: 'Mainland China (with make-up workdays)', TW: 'Taiwan', HK: 'Hong Kong' },
  from: 'From (year)',
  to: 'To (year)',
  take: 'Add holidays',
  list: 'A list of holidays can be imported as well: iCalendar (.ics), a table (.csv) or JSON.',
  noData: 'There are no official data for {{years}}; the other years were added. Import a list for them.',
  added_one: '{{count}} day added; it counts once you save.',
  added_other: '{{count}} days added; they count once you save.',
  read: '{{count}} days read from the list, {{skipped}} entries not understood. They count once you save.',
  refused: {
    TOO_LARGE: 'The file is too large for a list of holidays. Split it and import the parts.',
    NOT_A_LIST: 'This is no iCalendar, table or JSON list. Choose another file.',
    NO_DATES: 'The list has no dates that can be read. Write them like 2027-01-01.',
    TOO_MANY_DAYS: 'The list has too many days (more than 20000). Keep only the years you need.',
  },
} satisfies Translated<typeof zhCN>;
