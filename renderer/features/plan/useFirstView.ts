import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { GanttHandle } from './Gantt.tsx';
import type { PlanRow } from './model.ts';

/** The first look at a plan: what `show` makes of it, once there is one, and the row it was opened for. */
export function useFirstView(
  gantt: RefObject<GanttHandle | null>,
  show: (() => void) | null,
  taskId: string | null,
  reveal: (id: string) => void,
): void {
  const shown = useRef(false);
  useLayoutEffect(() => {
    if (shown.current || show === null) return;
    shown.current = true;
    show();
  }, [show]);
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (taskId === null || opened.current === taskId) return;
    opened.current = taskId;
    reveal(taskId);
    requestAnimationFrame(() => gantt.current?.goTo(taskId));
  }, [gantt, taskId, reveal]);
}

/** Goes to a row as soon as the plan has it: the answer to a new task comes before the new plan. */
export function useAwaitedRow(
  gantt: RefObject<GanttHandle | null>,
  rows: readonly PlanRow[],
  reveal: (id: string) => void,
): (id: string) => void {
  const awaited = useRef<string | null>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const look = useCallback(() => {
    const id = awaited.current;
    if (id === null || !latest.current.some((row) => row.id === id)) return;
    awaited.current = null;
    gantt.current?.goTo(id);
  }, [gantt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are what it waits for
  useLayoutEffect(look, [rows, look]);
  return useCallback(
    (id) => {
      awaited.current = id;
      reveal(id);
      look();
    },
    [look, reveal],
  );
}
