import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Register } from '../register/public.ts';
import { adjustmentDefinition } from './adjustmentDefinition.tsx';
import styles from './goals.module.css';

/** X2: adjustments of goals and expectations. */
export function Adjustments({
  projectId,
  itemId,
}: {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}) {
  const records = useReadyAnswer('adjustment.list', { where: { project_id: projectId } });
  const currency = useReadyAnswer('project.get', { id: projectId })?.currency ?? 'CNY';
  const definition = useMemo(() => adjustmentDefinition(currency), [currency]);
  return (
    <div className={styles.pane}>
      <Register definition={definition} records={records} scope={{ projectId }} itemId={itemId} />
    </div>
  );
}
