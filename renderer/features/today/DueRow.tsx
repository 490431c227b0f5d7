import type { ReactNode } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Checkbox } from '#renderer/ui/index.ts';
import { daysBetween } from '#shared/domain/deadline/dates.ts';
import type { TodayRow } from '#shared/ipc/channels/today.ts';
import styles from './today.module.css';

export interface DueRowProps {
  readonly row: TodayRow;
  readonly icon: ReactNode;
  readonly today: string;
  readonly onOpen: () => void;
  /** Rows that can be done right here have it. */
  readonly onTick?: (() => void) | undefined;
}

/** What, for which client and project, and when; the whole line opens it. */
export function DueRow({ row, icon, today, onOpen, onTick }: DueRowProps) {
  const { t, format } = useI18n();
  const title =
    row.kind === 'report' ? t('today:report') : row.kind === 'contact' ? t('today:contact') : row.title;
  const place = row.project === null ? row.client : `${row.client} › ${row.project}`;
  return (
    <li className={styles.row}>
      <span className={styles.tick}>
        {onTick === undefined ? null : (
          <Checkbox
            label={t('today:done', { name: title })}
            labelHidden
            isSelected={false}
            onChange={onTick}
          />
        )}
      </span>
      <button type="button" data-open className={styles.open} onClick={onOpen}>
        <span className={styles.kind}>
          {icon}
          {t(`today:kind.${row.kind}`)}
        </span>
        <span className={styles.what}>
          <span className={styles.title}>{title}</span>
          <span className={styles.quiet}>{place}</span>
        </span>
        <span className={styles.when}>
          <span>{format.relativeDays(daysBetween(today, row.due_on))}</span>
          <span className={styles.quiet}>{format.date(row.due_on)}</span>
        </span>
      </button>
    </li>
  );
}
