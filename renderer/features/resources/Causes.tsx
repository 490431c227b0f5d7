import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import { Badge, Button, Panel, Spinner } from '#renderer/ui/index.ts';
import type { LoadRow } from '#shared/ipc/channels/resource.ts';
import { hoursText } from './hours.ts';
import styles from './resources.module.css';

export interface CausesProps {
  readonly row: LoadRow;
  readonly span: { readonly from: string; readonly to: string };
  readonly load: number;
  readonly capacity: number;
  readonly over: boolean;
  readonly across: boolean;
  readonly projectId: string;
  readonly onClose: () => void;
}

/** The tasks that make up the load of a cell, the largest share first; each leads to the plan. */
export function Causes({ row, span, load, capacity, over, across, projectId, onClose }: CausesProps) {
  const { t, format } = useI18n();
  const { data } = useAnswer('resource.causes', { resourceId: row.id, ...span, across });
  const days = span.from === span.to ? format.date(span.from) : `${span.from} – ${span.to}`;
  return (
    <Panel title={`${row.name}, ${days}`} onClose={onClose}>
      <p className={styles.sum}>
        {t('resource:load.sum', { load: hoursText(format, load), capacity: hoursText(format, capacity) })}{' '}
        {over ? <Badge tone="bad">{t('resource:load.over')}</Badge> : null}
      </p>
      {data === undefined ? (
        <Spinner />
      ) : data.length === 0 ? (
        <p className={styles.quiet}>{t('resource:load.noTasks')}</p>
      ) : (
        <ul className={styles.causes} aria-label={t('resource:load.causes')}>
          {data.map((cause) => (
            <li key={cause.taskId}>
              <Button
                look="link"
                onPress={() => navigate({ name: 'plan', projectId: cause.projectId, itemId: cause.taskId })}
              >
                {`${cause.number} ${cause.name}`}
              </Button>
              <span className={styles.hours}>
                {t('resource:hours', { hours: hoursText(format, cause.load) })}
              </span>
              <span className={styles.quiet}>
                {[
                  cause.projectId === projectId ? null : cause.projectName,
                  `${cause.start.slice(0, 10)} – ${cause.finish.slice(0, 10)}`,
                  cause.units === null ? null : format.percent(cause.units),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
