import type { OfficialYears } from './official.ts';

/**
 * Taiwan: days off of the calendar of government offices (行政院人事行政總處), with Labour Day, which employees
 * have in every year. Make-up days off stand with the holiday they belong to; from 2025 on no Saturdays are worked
 * but the one of the Spring Festival 2025, and from 2026 on none.
 */
export const TW_HOLIDAYS: OfficialYears = {
  2024: {
    off: {
      newYear: '0101',
      springFestival: '0208-0214',
      peaceMemorial: '0228',
      childrensDay: '0404',
      qingming: '0405',
      labour: '0501',
      dragonBoat: '0610',
      midAutumn: '0917',
      nationalDay: '1010',
    },
    work: { springFestival: '0217' },
  },
  2025: {
    off: {
      newYear: '0101',
      springFestival: '0127-0131',
      peaceMemorial: '0228',
      childrensDay: '0403',
      qingming: '0404',
      labour: '0501',
      dragonBoat: '0530-0531',
      teachersDay: '0928-0929',
      midAutumn: '1006',
      nationalDay: '1010',
      retrocession: '1024-1025',
      constitution: '1225',
    },
    work: { springFestival: '0208' },
  },
  2026: {
    off: {
      newYear: '0101',
      springFestival: '0215-0220',
      peaceMemorial: '0227-0228',
      childrensDay: '0403-0404',
      qingming: '0405-0406',
      labour: '0501',
      dragonBoat: '0619',
      midAutumn: '0925',
      teachersDay: '0928',
      nationalDay: '1009-1010',
      retrocession: '1025-1026',
      constitution: '1225',
    },
    work: {},
  },
};
