import { useState } from 'react';
import { request, uploadFile } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Banner, Button, FileDrop, NumberField, Select, useToday } from '#renderer/ui/index.ts';
import type { CalendarException, Week } from '#shared/schedule/calendar/definition.ts';
import { type SpecialDay, withSpecialDays } from '#shared/schedule/holidays/apply.ts';
import { HOLIDAY_NAMES } from '#shared/schedule/holidays/names.ts';
import { HOLIDAY_REGIONS, type HolidayRegion, holidayCalendar } from '#shared/schedule/holidays/official.ts';
import details from './details.module.css';

/** 2026, not 2,026. */
const YEAR = { useGrouping: false } as const;

interface HolidaysProps {
  readonly draft: readonly CalendarException[];
  /** Gives make-up workdays their hours. */
  readonly week: Week;
  readonly onChange: (exceptions: CalendarException[]) => void;
}

interface Said {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
}

/** The exceptions with special days; those of the same days that came from a list before are not doubled. */
function added(
  draft: readonly CalendarException[],
  week: Week,
  days: readonly SpecialDay[],
): CalendarException[] {
  const base = { id: 'x', name: 'x', baseId: null, week, workWeeks: [], exceptions: [] };
  const made = withSpecialDays(base, days).exceptions;
  const known = new Set(draft.map((exception) => JSON.stringify(exception)));
  return [...made.filter((exception) => !known.has(JSON.stringify(exception))), ...draft];
}

/** Official holidays with make-up workdays (调休), and lists somebody has. */
export function Holidays({ draft, week, onChange }: HolidaysProps) {
  const { t, locale } = useI18n();
  const thisYear = Number(useToday().slice(0, 4));
  const [region, setRegion] = useState<HolidayRegion>(locale === 'zh-TW' ? 'TW' : 'CN');
  const [from, setFrom] = useState(thisYear);
  const [to, setTo] = useState(thisYear);
  const [said, setSaid] = useState<Said | null>(null);
  const take = () => {
    const years = Array.from({ length: Math.max(0, Math.min(50, to - from + 1)) }, (_, i) => from + i);
    const found = years.map((year) => ({ year, answer: holidayCalendar(region, year) }));
    const days = found.flatMap(({ answer }) =>
      answer.ok
        ? answer.days.map(({ date, holiday, working }) => ({
            date,
            name: HOLIDAY_NAMES[holiday][locale],
            working,
          }))
        : [],
    );
    const missing = found.flatMap(({ year, answer }) => (answer.ok ? [] : [year]));
    if (days.length > 0) onChange(added(draft, week, days));
    setSaid(
      missing.length > 0
        ? { tone: 'warn', text: t('holidays:noData', { years: missing.join(', ') }) }
        : { tone: 'good', text: t('holidays:added', { count: days.length }) },
    );
  };
  const read = async (file: File) => {
    try {
      const list = await request('plan.calendar.readList', { token: await uploadFile(file) });
      if (!list.ok) {
        setSaid({ tone: 'bad', text: t(`holidays:refused.${list.code}`) });
        return;
      }
      onChange(added(draft, week, list.days));
      const args = { count: list.days.length, skipped: list.skipped };
      setSaid({ tone: list.skipped > 0 ? 'warn' : 'good', text: t('holidays:read', args) });
    } catch (error) {
      setSaid({ tone: 'bad', text: errorText(t, error) });
    }
  };
  const year = (value: number | null, set: (year: number) => void) => {
    if (value !== null) set(Math.round(value));
  };
  return (
    <>
      <h3 className={details.section}>{t('holidays:title')}</h3>
      <div className={details.holidays}>
        <Select
          label={t('holidays:region')}
          options={HOLIDAY_REGIONS.map((id) => ({ id, label: t(`holidays:regions.${id}`) }))}
          value={region}
          onChange={setRegion}
        />
        <NumberField
          label={t('holidays:from')}
          value={from}
          formatOptions={YEAR}
          onChange={(value) => year(value, setFrom)}
        />
        <NumberField
          label={t('holidays:to')}
          value={to}
          formatOptions={YEAR}
          onChange={(value) => year(value, setTo)}
        />
        <Button isDisabled={to < from} onPress={take}>
          {t('holidays:take')}
        </Button>
      </div>
      <FileDrop
        label={t('holidays:list')}
        accept={['.ics', '.csv', '.txt', '.json']}
        onFiles={([file]) => {
          if (file) void read(file);
        }}
      />
      <p className={details.note}>{t('holidays:list')}</p>
      {said ? <Banner tone={said.tone}>{said.text}</Banner> : null}
    </>
  );
}
