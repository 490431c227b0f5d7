import { FilePlus } from 'lucide-react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, showToast } from '#renderer/ui/index.ts';
import type { LateMilestoneRow } from '#shared/ipc/channels/agreement.ts';
import { navigate } from '../../state/route.ts';
import { Register, useRegisterTools } from '../register/public.ts';
import { delayDefinition } from './delayDefinition.tsx';
import styles from './goals.module.css';

interface DelaysProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}

/** Milestones shown at once above the notices. */
const SHOWN = 4;

function LateRow({ row, projectId }: { readonly row: LateMilestoneRow; readonly projectId: string }) {
  const { t, locale, format, problemText } = useRegisterTools();
  const prepare = useCommand('delay_notice.prepare');
  const open = (itemId: string) => navigate({ name: 'goals', projectId, section: 'delays', itemId });
  const start = async () => {
    try {
      open((await prepare.mutateAsync({ taskId: row.id, language: locale })).id);
    } catch (error) {
      showToast({ text: problemText(error), tone: 'bad' });
    }
  };
  const { noticeId } = row;
  return (
    <li className={styles.late}>
      <span>
        <b>{row.name}</b>{' '}
        <span className={styles.quiet}>
          {t('agreement:delay.late', {
            count: row.days,
            from: format.plainDate(row.plannedOn),
            to: format.plainDate(row.expectedOn),
          })}
          {row.following.length === 0
            ? ''
            : ` · ${t('agreement:delay.following', { count: row.following.length })}`}
        </span>
      </span>
      {noticeId === null ? (
        <Button small icon={<FilePlus aria-hidden="true" />} onPress={() => void start()}>
          {t('agreement:delay.prepare')}
        </Button>
      ) : (
        <Button small look="link" onPress={() => open(noticeId)}>
          {t('agreement:delay.open')}
        </Button>
      )}
    </li>
  );
}

function Late({ projectId }: { readonly projectId: string }) {
  const { t } = useRegisterTools();
  const rows = useReadyAnswer('delay_notice.late', { projectId });
  if (rows.length === 0) return null;
  return (
    <section className={styles.lateBox} aria-label={t('agreement:delay.lateTitle')}>
      <h2>{t('agreement:delay.lateTitle')}</h2>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <LateRow key={row.id} row={row} projectId={projectId} />
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className={styles.quiet}>{t('agreement:delay.more', { count: rows.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}

/** G15: what will be late, and how the client is told. */
export function Delays({ projectId, itemId }: DelaysProps) {
  const records = useReadyAnswer('delay_notice.list', { where: { project_id: projectId } });
  return (
    <div className={styles.pane}>
      <Register
        definition={delayDefinition}
        records={records}
        scope={{ projectId }}
        itemId={itemId}
        above={<Late projectId={projectId} />}
      />
    </div>
  );
}
