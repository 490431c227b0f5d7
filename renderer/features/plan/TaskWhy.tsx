import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button } from '#renderer/ui/index.ts';
import details from './details.module.css';
import type { TaskPanelProps } from './TaskPanel.tsx';
import { finishDate, startDate } from './texts.ts';
import { driverLine, type WhyLine, whyLines } from './why.ts';

interface LinesProps {
  readonly lines: readonly WhyLine[];
  readonly onGo: ((id: string) => void) | undefined;
}

function Lines({ lines, onGo }: LinesProps) {
  const { t } = useI18n();
  return (
    <ul className={details.links}>
      {lines.map(({ text, taskId }) => (
        <li key={text} className={details.reason}>
          <span>{text}</span>
          {taskId !== null && onGo ? (
            <Button look="quiet" small onPress={() => onGo(taskId)}>
              {t('why:goTo')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the calculation says of a task: why it begins when it does, its latest dates and its slack. */
export function TaskWhy({ row, model, texts, onGo }: TaskPanelProps) {
  const { t } = useI18n();
  const why = useAnswer('plan.why', { id: row.id }).data;
  const figures = [
    { label: t('why:totalSlack'), value: texts.duration(row.totalSlack, 'd') },
    { label: t('why:freeSlack'), value: texts.duration(row.freeSlack, 'd') },
    { label: t('why:lateStart'), value: startDate(row.lateStart) },
    { label: t('why:lateFinish'), value: finishDate(row.lateStart, row.lateFinish) },
  ];
  if (!why) return null;
  return (
    <section className={details.form} aria-label={t('why:title')}>
      <h3 className={details.section}>{t('why:title')}</h3>
      <Lines lines={whyLines(t, why, model.units)} onGo={onGo} />
      {why.late ? (
        <>
          <p className={details.note}>{t('why:latest')}</p>
          <Lines lines={[driverLine(t, why.late, model.units, 'late')]} onGo={onGo} />
        </>
      ) : null}
      {row.critical ? <p className={details.critical}>{t('why:critical')}</p> : null}
      {row.totalSlack === null ? null : (
        <dl className={details.figures}>
          {figures.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
