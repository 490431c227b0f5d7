import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import type { PlanNetwork } from '#shared/schedule/network/columns.ts';
import { cpmInputInSteps } from '#shared/schedule/network/network.ts';
import type { Steps } from '#shared/schedule/steps.ts';
import type { PlanModel } from '../model.ts';
import { barDates } from '../timeline/dates.ts';
import { type LivePlan, livePlanInSteps } from './livePlan.ts';

interface Building {
  readonly network: PlanNetwork;
  readonly model: PlanModel;
  readonly steps: Steps<LivePlan | null>;
  /** Undefined: steps are left. */
  plan: LivePlan | null | undefined;
}

/** The rows of both answers are the same ones: one may come a moment after the other. */
function fits(network: PlanNetwork, { columns }: PlanModel): boolean {
  const { id } = network.rows;
  return id.length === columns.id.length && id.every((one, index) => one === columns.id[index]);
}

function* build(network: PlanNetwork, model: PlanModel): Steps<LivePlan | null> {
  if (!fits(network, model)) return null;
  const input = yield* cpmInputInSteps(network);
  return yield* livePlanInSteps({
    input,
    stored: barDates(model.columns),
    promised: model.columns.promised,
  });
}

function step(building: Building): void {
  const { done, value } = building.steps.next();
  if (done) building.plan = value;
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
 * made when a drag is near (`prepare`), in steps while the window is idle, so that neither the picture nor the drag
 * waits for it; what is left by then is done at once. Null: not there (yet), or nothing can be dragged.
 */
export function useLive(
  model: PlanModel,
  draggable: boolean,
): { live: () => LivePlan | null; prepare: () => void } {
  const idle = useIdle();
  const { data } = useAnswer('plan.network', { projectId: model.project.id }, draggable && idle);
  const latest = useRef<Building | null>(null);
  const current = useCallback((): Building | null => {
    if (!data) return null;
    if (latest.current?.network !== data || latest.current.model !== model)
      latest.current = { network: data, model, steps: build(data, model), plan: undefined };
    return latest.current;
  }, [data, model]);
  const live = useCallback(() => {
    const building = current();
    if (!building) return null;
    while (building.plan === undefined) step(building);
    return building.plan;
  }, [current]);
  const waiting = useRef(0);
  const prepare = useCallback(() => {
    const work = (deadline: IdleDeadline) => {
      const building = current();
      // Null: the answer is still on its way.
      if (!building || building.plan !== undefined) return;
      do step(building);
      while (building.plan === undefined && deadline.timeRemaining() > 2);
      if (building.plan === undefined) waiting.current = requestIdleCallback(work);
    };
    cancelIdleCallback(waiting.current);
    waiting.current = requestIdleCallback(work);
  }, [current]);
  useEffect(() => () => cancelIdleCallback(waiting.current), []);
  return { live, prepare };
}
