import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from 'react-aria-components';
import { useI18n } from '#renderer/i18n/index.ts';
import { parseDateInput } from '#shared/domain/text/dateInput.ts';
import styles from './Field.module.css';
import type { FieldTexts } from './Field.tsx';
import overlay from './Overlay.module.css';
import { TypedField } from './TypedField.tsx';
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
export function DateField({ min, max, ...props }: DateFieldProps) {
  const { t, format } = useI18n();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const calendar = (drop: () => void) => (
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
            value={props.value ?? today}
            {...(min === undefined ? {} : { min })}
            {...(max === undefined ? {} : { max })}
            onPick={(date) => {
              drop();
              setOpen(false);
              if (date !== props.value) props.onChange(date);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
  return (
    <TypedField
      {...props}
      example={t('common:field.dateExample')}
      shown={format.date}
      read={(text) => {
        const read = parseDateInput(text, today);
        return read.ok ? read : { ok: false, problem: t('common:field.dateInvalid') };
      }}
      after={calendar}
    />
  );
}
