import type { RecordOf } from '#shared/model/registry.ts';
import { TaskResources } from '../resources/public.ts';
import { ScopeField } from '../scope/public.ts';

export interface TaskExtrasProps {
  readonly task: RecordOf<'task'>;
  readonly summary: boolean;
}

/** H2, J1: the scope a task belongs to and who works on it. */
export function TaskExtras({ task, summary }: TaskExtrasProps) {
  return (
    <>
      <ScopeField projectId={task.project_id} taskId={task.id} value={task.scope_item_id} summary={summary} />
      <TaskResources projectId={task.project_id} taskId={task.id} summary={summary} />
    </>
  );
}
