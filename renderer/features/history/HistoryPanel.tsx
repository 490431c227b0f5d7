import type { HistoryRow } from '#shared/ipc/channels/app.ts';
import { useAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { labelText } from '../../i18n/words.ts';
import { useWorkStatus } from '../../state/workStatus.ts';
import { Badge, Banner, Dialog, EmptyState, Spinner } from '../../ui/index.ts';
import styles from './history.module.css';
import { fieldChanges } from './values.ts';

export interface HistoryPanelProps {
  /** Id of any record. */
  readonly id: string;
  /** Currency of its money fields, ISO 4217. */
  readonly currency?: string;
}

interface Entry {
  readonly seq: number;
  readonly rows: readonly HistoryRow[];
}

/** Rows of one transaction belong together. */
function bySeq(rows: readonly HistoryRow[]): readonly Entry[] {
  const out: { seq: number; rows: HistoryRow[] }[] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last?.seq === row.seq) last.rows.push(row);
    else out.push({ seq: row.seq, rows: [row] });
  }
  return out;
}

function Changes({
  id,
  rows,
  currency,
}: {
  readonly id: string;
  readonly rows: readonly HistoryRow[];
  readonly currency: string;
}) {
  const { t, format } = useI18n();
  const names = useWorkStatus((state) => state.names);
  const words = { t, format, currency, nameOf: (ref: string) => names[ref] };
  const deleted = rows.find((row) => row.register === 'deleted');
  const changes = rows
    .filter((row) => row.register !== 'deleted')
    .flatMap((row) => fieldChanges(id, row, words));
  return (
    <>
      {deleted === undefined ? null : (
        <Badge tone={deleted.after === null ? 'good' : 'warn'}>
          {deleted.after === null ? t('history:cameBack') : t('history:wentToTrash')}
        </Badge>
      )}
      {changes.length === 0 ? null : (
        <dl className={styles.changes}>
          {changes.map((change) => (
            <div key={change.field} className={styles.change}>
              <dt>{change.name}</dt>
              <dd>
                {change.before === null ? null : (
                  <>
                    <del>{change.before}</del>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                <ins>{change.after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Everything that happened to one record, newest first: when, what, and each field before and after. */
export function HistoryPanel({ id, currency = 'CNY' }: HistoryPanelProps) {
  const { t, format } = useI18n();
  const { data, isError } = useAnswer('history.of', { id });
  if (isError) return <Banner tone="bad">{t('history:failed')}</Banner>;
  if (!data) return <Spinner />;
  if (data.length === 0) return <EmptyState text={t('history:empty')} />;
  return (
    <ol className={styles.entries} aria-label={t('history:ofThis')}>
      {bySeq(data).map(({ seq, rows }) => {
        const [first] = rows;
        return first === undefined ? null : (
          <li key={seq} className={styles.entry}>
            <div className={styles.entryHead}>
              <time className={styles.when} dateTime={first.at}>
                {format.dateTime(first.at)}
              </time>
              <span className={styles.what}>{labelText(t, first.label)}</span>
              {first.kind === 'user' ? null : <Badge>{t(`history:kind.${first.kind}`)}</Badge>}
            </div>
            <Changes id={id} rows={rows} currency={currency} />
          </li>
        );
      })}
    </ol>
  );
}

/** The history of a record in a dialog. */
export function HistoryDialog({
  id,
  title,
  currency,
  onClose,
}: HistoryPanelProps & { readonly title: string; readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog open wide title={t('history:titleOf', { name: title })} onClose={onClose}>
      <HistoryPanel id={id} {...(currency === undefined ? {} : { currency })} />
    </Dialog>
  );
}
