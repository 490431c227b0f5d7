import { Repeat } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { openDialog } from '#renderer/state/dialogs.ts';
import { Button } from '#renderer/ui/index.ts';
import { ruleOf } from '#shared/domain/recurring/rule.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { TaskResources } from '../resources/public.ts';
import { ScopeField } from '../scope/public.ts';

export interface TaskExtrasProps {
  readonly task: RecordOf<'task'>;
  readonly summary: boolean;
}

const TaskBuffer = lazy(async () => ({ default: (await import('../tracking/public.ts')).TaskBuffer }));

/** H2, I6, J1: the recurrence of a task, the scope it belongs to, what it is kept for and who works on it. */
export function TaskExtras({ task, summary }: TaskExtrasProps) {
  const { t } = useI18n();
  return (
    <>
      {ruleOf(task.recurrence) === null ? null : (
        <Button
          icon={<Repeat />}
          onPress={() => openDialog({ name: 'recurring', projectId: task.project_id, taskId: task.id })}
        >
          {t('recurring:edit')}
        </Button>
      )}
      {summary || task.milestone ? null : (
        <Suspense fallback={null}>
          <TaskBuffer task={task} />
        </Suspense>
      )}
      <ScopeField projectId={task.project_id} taskId={task.id} value={task.scope_item_id} summary={summary} />
      <TaskResources projectId={task.project_id} taskId={task.id} summary={summary} />
    </>
  );
}
