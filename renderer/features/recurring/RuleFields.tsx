import { useI18n } from '#renderer/i18n/index.ts';
import { Checkbox, DateField, FormRow, NumberField, Select, TextField } from '#renderer/ui/index.ts';
import { addDays, weekdayOf } from '#shared/domain/deadline/dates.ts';
import type { Pattern, RecurrenceRule } from '#shared/domain/recurring/rule.ts';
import styles from './recurring.module.css';

const KINDS = ['days', 'weeks', 'months', 'monthWeekday'] as const;
const NTH = ['1', '2', '3', '4', '5'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOLIDAYS = ['next', 'previous', 'skip'] as const;
const ENDS = ['count', 'until'] as const;

/** Names of the days of the week; 2024-01-01 was a Monday. */
function useWeekdays(): readonly string[] {
  const { locale } = useI18n();
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return WEEKDAYS.map((day) => names.format(new Date(Date.UTC(2024, 0, day))));
}

/** A pattern of another kind that begins where the rule begins. */
function patternOf(kind: Pattern['kind'], from: string): Pattern {
  const weekday = weekdayOf(from);
  const day = Number(from.slice(8));
  if (kind === 'days') return { kind, every: 1 };
  if (kind === 'weeks') return { kind, every: 1, weekdays: [weekday] };
  if (kind === 'months') return { kind, every: 1, day };
  return { kind, every: 1, nth: Math.min(5, Math.ceil(day / 7)), weekday };
}

interface PatternProps {
  readonly pattern: Pattern;
  readonly onChange: (pattern: Pattern) => void;
}

function DaysOfPattern({ pattern, onChange }: PatternProps) {
  const { t } = useI18n();
  const names = useWeekdays();
  if (pattern.kind === 'weeks') {
    const { weekdays } = pattern;
    const set = (day: number, on: boolean) => {
      const next = WEEKDAYS.filter((one) => (one === day ? on : weekdays.includes(one)));
      // A week without a day would be no rule.
      if (next.length > 0) onChange({ ...pattern, weekdays: next });
    };
    return (
      <FormRow label={t('recurring:onDays')}>
        <div className={styles.week}>
          {WEEKDAYS.map((day, i) => (
            <Checkbox
              key={day}
              label={names[i] ?? ''}
              isSelected={weekdays.includes(day)}
              onChange={(on) => set(day, on)}
            />
          ))}
        </div>
      </FormRow>
    );
  }
  if (pattern.kind === 'months')
    return (
      <NumberField
        label={t('recurring:dayOfMonth')}
        hint={t('recurring:dayOfMonthHint')}
        minValue={1}
        maxValue={31}
        value={pattern.day}
        onChange={(day) => onChange({ ...pattern, day: Number.isNaN(day) ? 1 : day })}
      />
    );
  if (pattern.kind !== 'monthWeekday') return null;
  return (
    <div className={styles.pair}>
      <Select
        label={t('recurring:nth')}
        options={NTH.map((id) => ({ id, label: t(`recurring:nthNames.n${id}`) }))}
        value={NTH[pattern.nth - 1] ?? '1'}
        onChange={(nth) => onChange({ ...pattern, nth: Number(nth) })}
      />
      <Select
        label={t('recurring:weekday')}
        options={WEEKDAYS.map((day, i) => ({ id: String(day), label: names[i] ?? '' }))}
        value={String(pattern.weekday)}
        onChange={(weekday) => onChange({ ...pattern, weekday: Number(weekday) })}
      />
    </div>
  );
}

/** Time of day as typed, `14:00`; empty: with the working day. */
const timeText = (time: number | null): string =>
  time === null
    ? ''
    : `${String(Math.floor(time / 600)).padStart(2, '0')}:${String(Math.floor(time / 10) % 60).padStart(2, '0')}`;

function parseTime(text: string): number | null {
  const match = /^([01]?\d|2[0-3])[:：.]([0-5]\d)$/.exec(text.normalize('NFKC').trim());
  return match ? Number(match[1]) * 600 + Number(match[2]) * 10 : null;
}

export interface RuleFieldsProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly rule: RecurrenceRule;
  readonly onRule: (rule: RecurrenceRule) => void;
}

function Range({ rule, onRule }: Pick<RuleFieldsProps, 'rule' | 'onRule'>) {
  const { t } = useI18n();
  const end = rule.until === null ? 'count' : 'until';
  return (
    <div className={styles.triple}>
      <DateField
        label={t('recurring:from')}
        value={rule.from}
        onChange={(from) => {
          if (from !== null) onRule({ ...rule, from });
        }}
      />
      <Select
        label={t('recurring:end')}
        options={ENDS.map((id) => ({ id, label: t(`recurring:ends.${id}`) }))}
        value={end}
        onChange={(next) =>
          onRule(
            next === 'count'
              ? { ...rule, until: null, count: rule.count ?? 12 }
              : { ...rule, until: addDays(rule.from, 90), count: null },
          )
        }
      />
      {end === 'count' ? (
        <NumberField
          label={t('recurring:ends.count')}
          minValue={1}
          maxValue={500}
          value={rule.count ?? 1}
          onChange={(count) => onRule({ ...rule, count: Number.isNaN(count) ? 1 : count })}
        />
      ) : (
        <DateField
          label={t('recurring:ends.until')}
          value={rule.until}
          onChange={(until) => {
            if (until !== null) onRule({ ...rule, until });
          }}
        />
      )}
    </div>
  );
}

/** Everything of a rule: the pattern, its range, duration and days off. */
export function RuleFields({ name, onName, rule, onRule }: RuleFieldsProps) {
  const { t } = useI18n();
  const { pattern } = rule;
  return (
    <>
      <TextField
        label={t('model:task.fields.name')}
        isRequired
        validationBehavior="aria"
        maxLength={500}
        value={name}
        onChange={onName}
      />
      <div className={styles.triple}>
        <NumberField
          label={t('recurring:every')}
          minValue={1}
          maxValue={400}
          value={pattern.every}
          onChange={(every) =>
            onRule({ ...rule, pattern: { ...pattern, every: Number.isNaN(every) ? 1 : every } })
          }
        />
        <Select
          label={t('recurring:unit')}
          options={KINDS.map((id) => ({ id, label: t(`recurring:kinds.${id}`) }))}
          value={pattern.kind}
          onChange={(kind) => onRule({ ...rule, pattern: patternOf(kind, rule.from) })}
        />
        <Select
          label={t('recurring:dayOff')}
          options={HOLIDAYS.map((id) => ({ id, label: t(`recurring:dayOffs.${id}`) }))}
          value={rule.onDayOff}
          onChange={(onDayOff) => onRule({ ...rule, onDayOff })}
        />
      </div>
      <DaysOfPattern pattern={pattern} onChange={(next) => onRule({ ...rule, pattern: next })} />
      <Range rule={rule} onRule={onRule} />
      <div className={styles.pair}>
        <TextField
          label={t('plan:column.duration')}
          hint={t('recurring:durationHint')}
          maxLength={40}
          value={rule.duration}
          onChange={(duration) => {
            if (duration !== '') onRule({ ...rule, duration });
          }}
        />
        <TimeField value={rule.time} onChange={(time) => onRule({ ...rule, time })} />
      </div>
    </>
  );
}

function TimeField(props: {
  readonly value: number | null;
  readonly onChange: (time: number | null) => void;
}) {
  const { t } = useI18n();
  return (
    <TextField
      label={t('recurring:time')}
      hint={t('recurring:timeHint')}
      maxLength={5}
      defaultValue={timeText(props.value)}
      onChange={(text) => props.onChange(parseTime(text))}
    />
  );
}
