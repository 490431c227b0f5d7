import { useState } from 'react';
import type { TrashRow } from '#shared/ipc/channels/app.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName, errorText, labelText } from '../../i18n/words.ts';
import records from '../../records/records.module.css';
import { Badge, Button, EmptyState, showToast, Tabs } from '../../ui/index.ts';
import styles from './history.module.css';

const STEP = 100;
const MOST = 500;

function Trash() {
  const { t, format } = useI18n();
  const rows = useReadyAnswer('trash.list', {});
  const restore = async (row: TrashRow) => {
    try {
      await request('trash.restore', { id: row.id });
      showToast({ tone: 'good', text: t('history:restored', { name: row.title.slice(0, 60) }) });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  if (rows.length === 0) return <EmptyState text={t('history:emptyTrash')} />;
  return (
    <ul className={`${records.list} ${styles.body}`} aria-label={t('history:trash')}>
      {rows.map((row) => (
        <li key={row.id} className={records.item}>
          <div className={records.itemMain}>
            <div className={records.badges}>
              <strong>{row.title === '' ? t('history:nameless') : row.title.slice(0, 200)}</strong>
              <Badge>{entityName(t, row.entity)}</Badge>
            </div>
            <div className={records.muted}>
              {[
                t('history:deletedAt', { when: format.dateTime(row.deleted_at) }),
                ...(row.count > 1 ? [t('history:withMore', { count: row.count - 1 })] : []),
              ].join(' · ')}
            </div>
          </div>
          <Button
            small
            aria-label={t('history:restoreNamed', { name: row.title.slice(0, 60) })}
            onPress={() => void restore(row)}
          >
            {t('common:verb.restore')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Recent() {
  const { t, format } = useI18n();
  const [limit, setLimit] = useState(STEP);
  const rows = useReadyAnswer('history.recent', { limit });
  const here = rows[0]?.device;
  if (rows.length === 0) return <EmptyState text={t('history:empty')} />;
  return (
    <div className={styles.body}>
      <ol className={styles.entries} aria-label={t('history:recent')}>
        {rows.map((row) => (
          <li key={row.seq} className={styles.entry}>
            <div className={styles.entryHead}>
              <time className={styles.when} dateTime={row.at}>
                {format.dateTime(row.at)}
              </time>
              <span className={styles.what}>{labelText(t, row.label)}</span>
              {row.kind === 'user' ? null : <Badge>{t(`history:kind.${row.kind}`)}</Badge>}
              <span className={records.muted}>
                {[
                  t('history:changes', { count: row.changes }),
                  row.device === here
                    ? t('history:thisDevice')
                    : t('history:device', { id: row.device.slice(-6) }),
                ].join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {rows.length === limit && limit < MOST ? (
        <Button onPress={() => setLimit((n) => Math.min(MOST, n + STEP))}>{t('history:showOlder')}</Button>
      ) : null}
    </div>
  );
}

/** What was deleted and what was done, both to be taken back. */
export function HistoryScreen() {
  const { t } = useI18n();
  const [tab, setTab] = useState<'trash' | 'recent'>('trash');
  return (
    <div className={styles.screen}>
      <div className={records.head}>
        <h1>{t('shell:nav.history')}</h1>
      </div>
      <Tabs
        label={t('shell:nav.history')}
        value={tab}
        onChange={setTab}
        items={[
          { id: 'trash', label: t('history:trash'), content: <Trash /> },
          { id: 'recent', label: t('history:recent'), content: <Recent /> },
        ]}
      />
    </div>
  );
}
