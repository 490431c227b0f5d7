import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Calendar as AriaCalendar,
  TextField as AriaTextField,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Group,
  Heading,
  Input,
  Popover,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { parseDateInput } from '#shared/domain/text/dateInput.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldTexts } from './Field.tsx';
import { composing } from './keys.ts';
import overlay from './Overlay.module.css';
import { useToday } from './UiProvider.tsx';

export interface DateFieldProps extends FieldTexts {
  /** `YYYY-MM-DD`. */
  readonly value: string | null;
  /** Called on Enter, on leaving the field and on a choice in the calendar; only with a date that exists. */
  readonly onChange: (value: string | null) => void;
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

function MonthView({
  value,
  onPick,
  min,
  max,
}: Pick<DateFieldProps, 'min' | 'max'> & {
  readonly value: string;
  readonly onPick: (date: string) => void;
}) {
  const { t } = useI18n();
  return (
    <AriaCalendar
      aria-label={t('common:field.chooseDate')}
      value={parseDate(value)}
      onChange={(date: CalendarDate) => onPick(date.toString())}
      firstDayOfWeek="mon"
      autoFocus
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      className={styles.calendar ?? ''}
    >
      <div className={styles.calendarHead}>
        <AriaButton
          slot="previous"
          aria-label={t('common:field.previousMonth')}
          className={styles.inBox ?? ''}
        >
          <ChevronLeft />
        </AriaButton>
        <Heading className={styles.calendarTitle ?? ''} />
        <AriaButton slot="next" aria-label={t('common:field.nextMonth')} className={styles.inBox ?? ''}>
          <ChevronRight />
        </AriaButton>
      </div>
      <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGrid>
    </AriaCalendar>
  );
}

/**
 * A date typed as people say it (`+3d`, `周五`, `11/28`) or chosen in a calendar; what was understood is
 * shown below while typing. The text itself is not touched before Enter or leaving the field.
 */
export function DateField({ label, labelHidden, hint, error, value, onChange, ...props }: DateFieldProps) {
  const { t, format } = useI18n();
  const today = useToday();
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const read = draft === null ? null : parseDateInput(draft, today);
  const [refused, setRefused] = useState(false);
  const problem = error ?? (refused && read?.ok === false ? t('common:field.dateInvalid') : undefined);
  const echo = read?.ok && read.value !== null ? format.date(read.value) : null;
  const help = echo ?? hint ?? (value === null ? t('common:field.dateExample') : undefined);
  const commit = () => {
    if (read === null) return;
    setRefused(!read.ok);
    if (!read.ok) return;
    setDraft(null);
    if (read.value !== value) onChange(read.value);
  };
  const box = (
    <Group
      className={styles.box ?? ''}
      isInvalid={problem !== undefined}
      isDisabled={props.disabled ?? false}
    >
      <Input
        className={styles.input ?? ''}
        onKeyDown={(event) => {
          if (composing(event)) return;
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <AriaButton
          aria-label={t('common:field.chooseDate')}
          isDisabled={props.disabled ?? false}
          className={styles.inBox ?? ''}
        >
          <CalendarDays />
        </AriaButton>
        <Popover className={overlay.popover ?? ''} placement="bottom end">
          <Dialog aria-label={t('common:field.chooseDate')}>
            <MonthView
              value={value ?? today}
              {...(props.min === undefined ? {} : { min: props.min })}
              {...(props.max === undefined ? {} : { max: props.max })}
              onPick={(date) => {
                setDraft(null);
                setOpen(false);
                if (date !== value) onChange(date);
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </Group>
  );
  return (
    <AriaTextField
      {...(labelHidden ? { 'aria-label': label } : {})}
      value={draft ?? (value === null ? '' : format.date(value))}
      onChange={setDraft}
      onBlur={commit}
      isDisabled={props.disabled ?? false}
      isInvalid={problem !== undefined}
      className={styles.field ?? ''}
    >
      {labelHidden ? (
        box
      ) : (
        <FieldFrame
          label={label}
          required={props.required ?? false}
          {...(help === undefined ? {} : { hint: help })}
          error={problem}
        >
          {box}
        </FieldFrame>
      )}
    </AriaTextField>
  );
}
