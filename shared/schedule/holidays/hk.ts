import type { OfficialYears } from './official.ts';

/** Hong Kong: the seventeen general holidays of each year besides Sundays; no make-up workdays. */
export const HK_HOLIDAYS: OfficialYears = {
  2024: {
    off: {
      newYear: '0101',
      springFestival: '0210 0212-0213',
      easter: '0329-0330 0401',
      qingming: '0404',
      labour: '0501',
      buddha: '0515',
      dragonBoat: '0610',
      establishment: '0701',
      midAutumn: '0918',
      nationalDay: '1001',
      chungYeung: '1011',
      christmas: '1225-1226',
    },
    work: {},
  },
  2025: {
    off: {
      newYear: '0101',
      springFestival: '0129-0131',
      qingming: '0404',
      easter: '0418-0419 0421',
      labour: '0501',
      buddha: '0505',
      dragonBoat: '0531',
      establishment: '0701',
      nationalDay: '1001',
      midAutumn: '1007',
      chungYeung: '1029',
      christmas: '1225-1226',
    },
    work: {},
  },
  2026: {
    off: {
      newYear: '0101',
      springFestival: '0217-0219',
      easter: '0403-0404 0407',
      qingming: '0406',
      labour: '0501',
      buddha: '0525',
      dragonBoat: '0619',
      establishment: '0701',
      midAutumn: '0926',
      nationalDay: '1001',
      chungYeung: '1019',
      christmas: '1225-1226',
    },
    work: {},
  },
};
