import { useMemo, useRef } from 'react';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';
import { Register } from '../register/public.ts';
import { FeedbackCapture } from './Capture.tsx';
import { feedbackDefinition, type Names } from './definition.tsx';
import styles from './feedback.module.css';
import { ToExpectation } from './ToExpectation.tsx';

/** B13: what all clients say, in one inbox: sort it, pass it on, see that it is answered. */
export function FeedbackScreen({ itemId }: { readonly itemId?: string | undefined }) {
  const { t } = useI18n();
  const records = useReadyAnswer('feedback.list', {});
  const inbox = useReadyAnswer('feedback.inbox', {});
  const names = useRef<Names>(inbox);
  names.current = inbox;
  // New names must not make a new register: what the user has open would close.
  const definition = useMemo(() => feedbackDefinition(() => names.current), []);
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('feedback:title')}</h1>
        {inbox.untriaged > 0 ? (
          <Badge tone="warn">{t('feedback:waiting', { count: inbox.untriaged })}</Badge>
        ) : null}
        {inbox.overdue > 0 ? (
          <Badge tone="bad">{t('feedback:overdue', { count: inbox.overdue })}</Badge>
        ) : null}
      </div>
      <FeedbackCapture />
      <div className={styles.rest}>
        <Register
          definition={definition}
          records={records}
          scope={{}}
          itemId={itemId}
          panelActions={(record) => <ToExpectation record={record} clientId={record.client_id} />}
        />
      </div>
    </div>
  );
}
