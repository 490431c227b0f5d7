import { useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Banner, Button, Checkbox, Dialog } from '#renderer/ui/index.ts';
import { type DurationUnits, STANDARD_UNITS } from '#shared/domain/plan/duration.ts';
import type { PlanDifference } from '#shared/ipc/channels/planWhy.ts';
import type { Instant } from '#shared/schedule/calendar/instant.ts';
import details from './details.module.css';
import { finishDate, startDate } from './texts.ts';
import { driverLine } from './why.ts';

export interface DifferencesDialogProps {
  readonly projectId: string;
  readonly units?: DurationUnits;
  readonly onClose: () => void;
}

interface TableProps {
  readonly rows: readonly PlanDifference[];
  readonly staying: ReadonlySet<string>;
  readonly units: DurationUnits;
  readonly onStay: (id: string, stays: boolean) => void;
}

function Table({ rows, staying, units, onStay }: TableProps) {
  const { t } = useI18n();
  const span = (start: Instant | null, finish: Instant | null) =>
    t('differences:span', { start: startDate(start) || '—', finish: finishDate(start, finish) || '—' });
  return (
    <div className={details.scroll}>
      <table className={details.differences}>
        <thead>
          <tr>
            <th scope="col">{t('differences:column.stay')}</th>
            <th scope="col">{t('differences:column.task')}</th>
            <th scope="col">{t('differences:column.stored')}</th>
            <th scope="col">{t('differences:column.ours')}</th>
            <th scope="col">{t('differences:column.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Checkbox
                  label={`${t('differences:column.stay')}: ${row.number} ${row.name}`}
                  labelHidden
                  isSelected={staying.has(row.id)}
                  onChange={(stays) => onStay(row.id, stays)}
                />
              </td>
              <th scope="row">
                {row.number} {row.name}
              </th>
              <td>{span(row.start, row.finish)}</td>
              <td>{span(row.ourStart, row.ourFinish)}</td>
              <td>
                {t(`differences:cause.${row.cause}`)}
                {row.driver ? (
                  <p className={details.note}>{driverLine(t, row.driver, units, 'early').text}</p>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every date the calculation would change, with its reason; the user says which stay. Nothing moves unasked. */
export function DifferencesDialog({ projectId, units = STANDARD_UNITS, onClose }: DifferencesDialogProps) {
  const { t } = useI18n();
  const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
  const save = useCommand('plan.setScheduling');
  const answer = useAnswer('plan.differences', { projectId }).data;
  const rows = answer?.rows ?? [];
  const count = answer?.count ?? 0;
  const apply = () =>
    save.mutate({ projectId, scheduling: 'automatic', pin: [...staying] }, { onSuccess: onClose });
  const keep = () => save.mutate({ projectId, scheduling: 'kept' }, { onSuccess: onClose });
  const mark = (id: string, stays: boolean) => {
    const next = new Set(staying);
    if (stays) next.add(id);
    else next.delete(id);
    setStaying(next);
  };
  const buttons = (
    <>
      <Button onPress={keep}>{t('differences:keep')}</Button>
      <Button look="primary" isDisabled={!answer} onPress={apply}>
        {t('differences:apply')}
      </Button>
    </>
  );
  return (
    <Dialog open full title={t('differences:title')} onClose={onClose} actions={buttons}>
      <div className={details.form}>
        {save.error ? <Banner tone="warn">{errorText(t, save.error)}</Banner> : null}
        {answer && answer.circle.length > 0 ? (
          <Banner tone="warn">{t('differences:circle', { path: answer.circle.join(' → ') })}</Banner>
        ) : null}
        <p className={details.note}>{count > 0 ? t('differences:intro') : t('differences:none')}</p>
        {count === 0 ? null : (
          <>
            <div className={details.week}>
              <Button small onPress={() => setStaying(new Set(rows.map(({ id }) => id)))}>
                {t('differences:stayAll')}
              </Button>
              <Button small onPress={() => setStaying(new Set())}>
                {t('differences:moveAll')}
              </Button>
              <span className={details.note} role="status">
                {t('differences:summary', { moving: count - staying.size, staying: staying.size })}
              </span>
            </div>
            <Table rows={rows} staying={staying} units={units} onStay={mark} />
            {rows.length < count ? (
              <p className={details.note}>{t('differences:shown', { shown: rows.length, total: count })}</p>
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}
