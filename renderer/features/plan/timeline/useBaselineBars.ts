import { useMemo } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import type { PlanModel } from '../model.ts';
import type { BaselineBars } from './scene.ts';

/** Bars of the baseline the plan is measured against, by row; asked for only while they are shown. */
export function useBaselineBars(model: PlanModel, shown: boolean): BaselineBars | null {
  const { data } = useAnswer('plan.baseline', { projectId: model.project.id }, shown);
  return useMemo(() => {
    if (!data || !shown) return null;
    const { id, start, finish } = data.rows;
    const bars = {
      start: model.columns.id.map((): number | null => null),
      finish: model.columns.id.map((): number | null => null),
    };
    for (const [at, task] of id.entries()) {
      const index = model.indexOf.get(task);
      if (index === undefined) continue;
      bars.start[index] = start[at] ?? null;
      bars.finish[index] = finish[at] ?? null;
    }
    return bars;
  }, [data, model, shown]);
}
