import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import {
  Banner,
  Button,
  Checkbox,
  DateField,
  Dialog,
  IconButton,
  Select,
  TextField,
} from '#renderer/ui/index.ts';
import { formatHours, parseHours } from '#shared/domain/plan/hours.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import type { CalendarException, Interval, Week } from '#shared/schedule/calendar/definition.ts';
import { presetCalendar, standardDay } from '#shared/schedule/calendar/presets.ts';
import { CalendarChoice } from './CalendarChoice.tsx';
import details from './details.module.css';
import { Holidays } from './Holidays.tsx';

type Shown = OutputOf<'plan.calendar.get'>;

interface Draft {
  /** Sunday … Saturday. */
  readonly days: readonly boolean[];
  readonly hours: string;
  /** A week as a whole, as of round-the-clock work; days and hours then say nothing. */
  readonly week: Week | null;
  readonly exceptions: readonly CalendarException[];
}

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0] as const;
const WEEKS = ['five', 'six', 'seven'] as const;
const WHOLE_WEEKS = ['allDay', 'nightShift'] as const;
const same = (a: Week, b: Week): boolean => JSON.stringify(a) === JSON.stringify(b);
const wholeWeek = (kind: (typeof WHOLE_WEEKS)[number]): Week => presetCalendar(kind, '', '').week;
const DAYS_OF: Readonly<Record<(typeof WEEKS)[number], readonly number[]>> = {
  five: [1, 2, 3, 4, 5],
  six: [1, 2, 3, 4, 5, 6],
  seven: [0, 1, 2, 3, 4, 5, 6],
};

const hoursOf = (week: Week, day: number): readonly Interval[] => week[day] ?? standardDay(day);

function draftOf({ week, exceptions }: Shown): Draft {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => hoursOf(week, day).length > 0);
  const first = MONDAY_FIRST.find((day) => days[day]) ?? 1;
  const hours = formatHours(days[first] ? hoursOf(week, first) : standardDay(1));
  const whole = WHOLE_WEEKS.some((kind) => same(wholeWeek(kind), week));
  return { days, hours, week: whole ? week : null, exceptions };
}

/** Days keep hours of their own as long as the common hours were not changed. */
function weekOf(draft: Draft, before: Shown, hours: Interval[]): Week {
  if (draft.week) return draft.week;
  const touched = draft.hours !== draftOf(before).hours;
  const day = (index: number): Interval[] => {
    if (!draft.days[index]) return [];
    const own = hoursOf(before.week, index);
    return touched || own.length === 0 ? hours : own.map(([from, to]): Interval => [from, to]);
  };
  return [day(0), day(1), day(2), day(3), day(4), day(5), day(6)];
}

/** An exception the dialog can show: one range of days, off or with the usual hours. */
const isPlain = (exception: CalendarException): boolean => exception.recurrence === null;

function Exceptions({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useI18n();
  const set = (index: number, patch: Partial<CalendarException> | null) => {
    const exceptions = draft.exceptions.flatMap((exception, i) =>
      i !== index ? [exception] : patch === null ? [] : [{ ...exception, ...patch }],
    );
    onChange({ ...draft, exceptions });
  };
  const kinds = [
    { id: 'holiday', label: t('plan:calendar.holiday') },
    { id: 'working', label: t('plan:calendar.working') },
  ] as const;
  return draft.exceptions.map((exception, i) =>
    isPlain(exception) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: exceptions have no identity and keep their order
      <div key={i} className={details.exception}>
        <TextField
          label={t('plan:calendar.exceptionName')}
          value={exception.name}
          onChange={(name) => set(i, { name })}
        />
        <DateField
          label={t('plan:calendar.from')}
          value={exception.from}
          onChange={(from) => {
            if (from !== null) set(i, { from, to: exception.to < from ? from : exception.to });
          }}
        />
        <DateField
          label={t('plan:calendar.to')}
          value={exception.to}
          error={exception.to < exception.from ? t('plan:calendar.reversed') : undefined}
          onChange={(to) => {
            if (to !== null) set(i, { to });
          }}
        />
        <Select
          label={t('plan:calendar.kind')}
          options={kinds}
          value={exception.intervals.length === 0 ? 'holiday' : 'working'}
          onChange={(kind) =>
            set(i, { intervals: kind === 'holiday' ? [] : (parseHours(draft.hours) ?? standardDay(1)) })
          }
        />
        <IconButton
          label={t('plan:calendar.removeException', { name: exception.name || exception.from })}
          icon={<X />}
          onPress={() => set(i, null)}
        />
      </div>
    ) : null,
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

type WeekChoice = (typeof WEEKS)[number] | (typeof WHOLE_WEEKS)[number] | 'custom';

function WeekFields({ draft, onChange }: PartProps) {
  const { t, locale } = useI18n();
  const hours = parseHours(draft.hours);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const { week } = draft;
  const usual = WEEKS.find((kind) =>
    draft.days.every((working, day) => working === DAYS_OF[kind].includes(day)),
  );
  const whole = week === null ? undefined : WHOLE_WEEKS.find((kind) => same(wholeWeek(kind), week));
  const chosen: WeekChoice = whole ?? usual ?? 'custom';
  const choose = (id: WeekChoice) => {
    if (id === 'custom') return;
    if (id === 'allDay' || id === 'nightShift') {
      onChange({ ...draft, week: wholeWeek(id) });
      return;
    }
    onChange({ ...draft, week: null, days: draft.days.map((_, day) => DAYS_OF[id].includes(day)) });
  };
  return (
    <>
      <Select
        label={t('plan:calendar.week')}
        options={[
          ...[...WEEKS, ...WHOLE_WEEKS].map((id) => ({ id, label: t(`plan:calendar.${id}`) })),
          ...(chosen === 'custom' ? [{ id: 'custom' as const, label: t('plan:calendar.custom') }] : []),
        ]}
        value={chosen}
        onChange={choose}
      />
      {week === null ? (
        <>
          <div className={details.week}>
            {MONDAY_FIRST.map((day) => (
              <Checkbox
                key={day}
                // 4 January 1970 was a Sunday.
                label={weekday.format(new Date((day + 3) * 86_400_000))}
                isSelected={draft.days[day] ?? false}
                onChange={(working) => onChange({ ...draft, days: draft.days.with(day, working) })}
              />
            ))}
          </div>
          <TextField
            label={t('plan:calendar.hours')}
            hint={t('plan:calendar.hoursHint')}
            value={draft.hours}
            error={hours ? undefined : t('plan:calendar.hoursInvalid')}
            onChange={(text) => onChange({ ...draft, hours: text })}
          />
        </>
      ) : null}
    </>
  );
}

interface FormProps extends CalendarDialogProps {
  readonly shown: Shown;
  readonly onChoose: (calendarId: string) => void;
}

function Form({ projectId, shown, onClose, onChoose }: FormProps) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(() => draftOf(shown));
  const save = useCommand('plan.calendar.set');
  const hours = parseHours(draft.hours);
  const reversed = draft.exceptions.some((exception) => exception.to < exception.from);
  const others = shown.otherRules + draft.exceptions.filter((exception) => !isPlain(exception)).length;
  const submit = () => {
    if (!hours || reversed) return;
    const week = weekOf(draft, shown, hours);
    const exceptions = [...draft.exceptions];
    save.mutate({ projectId, calendarId: shown.id, week, exceptions }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      wide
      title={t('plan:calendar.title')}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" isDisabled={!hours || reversed} onPress={submit}>
            {t('common:verb.save')}
          </Button>
        </>
      }
    >
      <div className={details.form}>
        {save.error ? <Banner tone="bad">{errorText(t, save.error)}</Banner> : null}
        <CalendarChoice projectId={projectId} current={shown.id} onChoose={onChoose} />
        <WeekFields draft={draft} onChange={setDraft} />
        <Holidays
          draft={draft.exceptions}
          week={weekOf(draft, shown, hours ?? [])}
          onChange={(exceptions) => setDraft({ ...draft, exceptions })}
        />
        <h3 className={details.section}>{t('plan:calendar.exceptions')}</h3>
        {draft.exceptions.some(isPlain) ? null : <p className={details.note}>{t('plan:calendar.none')}</p>}
        <Exceptions draft={draft} onChange={setDraft} />
        <NewException draft={draft} onChange={setDraft} />
        {others > 0 ? <p className={details.note}>{t('plan:calendar.imported', { count: others })}</p> : null}
        <p className={details.note}>{t('plan:calendar.note')}</p>
      </div>
    </Dialog>
  );
}

function NewException({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useI18n();
  const [day, setDay] = useState<string | null>(null);
  const add = () => {
    if (day === null) return;
    const made = {
      name: t('plan:calendar.holiday'),
      from: day,
      to: day,
      intervals: [],
      recurrence: null,
      occurrences: null,
    };
    onChange({ ...draft, exceptions: [...draft.exceptions, made] });
    setDay(null);
  };
  return (
    <div className={details.pair}>
      <DateField label={t('plan:calendar.addException')} value={day} onChange={setDay} />
      <div style={{ alignSelf: 'center' }}>
        <Button icon={<Plus />} isDisabled={day === null} onPress={add}>
          {t('common:verb.add')}
        </Button>
      </div>
    </div>
  );
}

export interface CalendarDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
}

/** Working days, hours and exceptions of a calendar. Saved at once, as it reschedules what runs on it. */
export function CalendarDialog(props: CalendarDialogProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const input = { projectId: props.projectId, ...(chosen === null ? {} : { calendarId: chosen }) };
  const shown = useAnswer('plan.calendar.get', input).data;
  return shown ? <Form key={shown.id} {...props} shown={shown} onChoose={setChosen} /> : null;
}
