import { useReadyAnswer } from '../../client/hooks.ts';
import { FeedbackCapture, feedbackDefinition, ToExpectation } from '../feedback/public.ts';
import { Register } from '../register/public.ts';
import styles from './clients.module.css';

const definition = feedbackDefinition(null);

/** B4: what this client says, over all projects. */
export function Feedback({
  clientId,
  itemId,
}: {
  readonly clientId: string;
  readonly itemId?: string | undefined;
}) {
  const records = useReadyAnswer('feedback.list', { where: { client_id: clientId } });
  return (
    <div className={styles.fill}>
      <div className={styles.notice}>
        <FeedbackCapture clientId={clientId} />
      </div>
      <div className={styles.fillRest}>
        <Register
          definition={definition}
          records={records}
          scope={{ clientId }}
          itemId={itemId}
          panelActions={(record) => <ToExpectation record={record} clientId={clientId} />}
        />
      </div>
    </div>
  );
}
