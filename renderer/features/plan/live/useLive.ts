import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import type { PlanNetwork } from '#shared/schedule/network/columns.ts';
import { toCpmInput } from '#shared/schedule/network/network.ts';
import type { PlanModel } from '../model.ts';
import { barDates } from '../timeline/dates.ts';
import { createLivePlan, type LivePlan } from './livePlan.ts';

interface Built {
  readonly network: PlanNetwork;
  readonly model: PlanModel;
  readonly plan: LivePlan | null;
}

/** The rows of both answers are the same ones: one may come a moment after the other. */
function fits(network: PlanNetwork, { columns }: PlanModel): boolean {
  const { id } = network.rows;
  return id.length === columns.id.length && id.every((one, index) => one === columns.id[index]);
}

function build(network: PlanNetwork, model: PlanModel): LivePlan | null {
  if (!fits(network, model)) return null;
  const { promised } = model.columns;
  return createLivePlan({ input: toCpmInput(network), stored: barDates(model.columns), promised });
}

/** True once the first picture is on the screen and the window has nothing else to do. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const wait = requestIdleCallback(() => setIdle(true), { timeout: 2000 });
    return () => cancelIdleCallback(wait);
  }, []);
  return idle;
}

/**
 * The plan to drag in, kept until the plan changes. What it needs is asked for after the first picture, and it is
 * made when a drag is near (`prepare`), so that neither the picture nor the drag waits for it. Null: not there (yet).
 */
export function useLive(model: PlanModel): { live: () => LivePlan | null; prepare: () => void } {
  const idle = useIdle();
  const { data } = useAnswer('plan.network', { projectId: model.project.id }, idle);
  const built = useRef<Built | null>(null);
  const live = useCallback(() => {
    if (!data) return null;
    if (built.current?.network !== data || built.current.model !== model)
      built.current = { network: data, model, plan: build(data, model) };
    return built.current.plan;
  }, [data, model]);
  const prepare = useCallback(() => {
    requestIdleCallback(() => live());
  }, [live]);
  return { live, prepare };
}
