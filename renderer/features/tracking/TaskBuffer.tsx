import { Shield } from 'lucide-react';
import { useState } from 'react';
import { useAnswer, useCommand } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/index.ts';
import { inDays } from '#shared/domain/tracking/workDays.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import { SetBufferDialog } from './BufferDialogs.tsx';
import { useTellProblem } from './parts.tsx';
import styles from './tracking.module.css';

/** I6, I7: makes a task a buffer, or says what is left of one and makes it a task again. */
export function TaskBuffer({ task }: { readonly task: RecordOf<'task'> }) {
  const { t, valueName } = useRegisterTools();
  const command = useCommand('tracking.setBuffer');
  const tell = useTellProblem();
  const [asking, setAsking] = useState(false);
  const isBuffer = task.buffer_kind !== null;
  const project = useAnswer('project.get', { id: task.project_id }, isBuffer).data;
  const days = (tenths: number | null): string =>
    t('tracking:buffer.days', { days: inDays(tenths ?? 0, project?.minutes_per_day ?? 480) });
  return (
    <>
      {task.buffer_kind === null ? (
        <div>
          <Button icon={<Shield />} onPress={() => setAsking(true)}>
            {t('tracking:buffer.make')}
          </Button>
        </div>
      ) : (
        <>
          <p className={styles.bufferState}>
            {t('tracking:buffer.leftOf', {
              kind: valueName('task', 'buffer_kind', task.buffer_kind),
              left: days(task.duration_tenths),
              total: days(task.buffer_tenths),
            })}
          </p>
          <div className={styles.bufferActs}>
            <Button icon={<Shield />} onPress={() => setAsking(true)}>
              {t('tracking:buffer.change')}
            </Button>
            <Button onPress={() => void command.mutateAsync({ id: task.id, kind: null }).catch(tell)}>
              {t('tracking:buffer.unmake')}
            </Button>
          </div>
        </>
      )}
      {asking ? <SetBufferDialog task={task} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
