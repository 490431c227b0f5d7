import { useEffect, useRef, useState } from 'react';
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

/** Milliseconds of building between two turns of the window while a drag waits for it. */
const TURN = 8;
/** Milliseconds until the next look for an answer that is still on its way. */
const LOOK = 30;

export interface LiveSource {
  /** The plan to drag in. Null: not there (yet), or nothing can be dragged. */
  readonly live: () => LivePlan | null;
  /** A drag is near: builds while the window is idle. */
  readonly prepare: () => void;
  /** A drag has begun: builds between what else the window does, and says so once it is there. Ends it when called. */
  readonly hurry: (ready: () => void) => () => void;
}

/**
 * The plan to drag in, kept until the plan changes. What it needs is asked for after the first picture, and it is
 * made when a drag is near, in steps, so that neither the picture nor the drag waits for it: until it is there, a
 * dragged bar moves alone.
 */
export function useLive(model: PlanModel, draggable: boolean): LiveSource {
  const idle = useIdle();
  const { data } = useAnswer('plan.network', { projectId: model.project.id }, draggable && idle);
  const latest = useRef<Building | null>(null);
  const wanted = useRef({ data, model });
  wanted.current = { data, model };
  const [source] = useState(() => {
    const current = (): Building | null => {
      const { data: network, model: now } = wanted.current;
      if (!network) return null;
      if (latest.current?.network !== network || latest.current.model !== now)
        latest.current = { network, model: now, steps: build(network, now), plan: undefined };
      return latest.current;
    };
    return createSource(current);
  });
  useEffect(() => source.stop, [source]);
  return source;
}

/** @param current what is being built; null: the answer is still on its way */
function createSource(current: () => Building | null): LiveSource & { readonly stop: () => void } {
  let waiting = 0;
  const work = (deadline: IdleDeadline) => {
    const building = current();
    if (!building || building.plan !== undefined) return;
    do step(building);
    while (building.plan === undefined && deadline.timeRemaining() > 2);
    if (building.plan === undefined) waiting = requestIdleCallback(work);
  };
  const stop = () => cancelIdleCallback(waiting);
  return {
    live: () => current()?.plan ?? null,
    prepare() {
      stop();
      waiting = requestIdleCallback(work);
    },
    hurry(ready) {
      if (current()?.plan !== undefined) return () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      const turn = () => {
        const building = current();
        const until = performance.now() + TURN;
        while (building && building.plan === undefined && performance.now() < until) step(building);
        if (building && building.plan !== undefined) ready();
        else timer = setTimeout(turn, building ? 0 : LOOK);
      };
      timer = setTimeout(turn, 0);
      return () => clearTimeout(timer);
    },
    stop,
  };
}
