import { useCallback, useMemo, useState } from 'react';
import { planMemory, rememberPlan } from '#renderer/state/planMemory.ts';
import type { PlanRow } from '../model.ts';
import type { PlanTexts } from '../texts.ts';
import { LABEL_PLACES, LABEL_TEXTS, LAYERS, type Look, STANDARD_LOOK } from './layers.ts';

const oneOf = <V extends string>(all: readonly V[], text: string | undefined, standard: V): V =>
  all.find((one) => one === text) ?? standard;

function recalled(projectId: string): Look {
  const { layers = {}, labels, labelText, miniMap = STANDARD_LOOK.miniMap } = planMemory(projectId);
  const entries = LAYERS.map((layer) => [layer, layers[layer] ?? STANDARD_LOOK.layers[layer]] as const);
  return {
    layers: Object.fromEntries(entries) as Look['layers'],
    labels: oneOf(LABEL_PLACES, labels, STANDARD_LOOK.labels),
    labelText: oneOf(LABEL_TEXTS, labelText, STANDARD_LOOK.labelText),
    miniMap,
  };
}

/** What the timeline of a project shows, as it was left. */
export function useLook(projectId: string): readonly [Look, (change: Partial<Look>) => void] {
  const [look, setLook] = useState(() => recalled(projectId));
  const change = useCallback(
    (part: Partial<Look>) =>
      setLook((now) => {
        const next = { ...now, ...part };
        rememberPlan(projectId, { ...next, layers: { ...next.layers } });
        return next;
      }),
    [projectId],
  );
  return [look, change];
}

/** The text beside a bar. */
export function useBarLabel(look: Look, texts: PlanTexts): (row: PlanRow) => string {
  return useMemo(
    () => (row: PlanRow) => {
      if (look.labelText === 'name') return row.name;
      if (look.labelText === 'dates' || row.milestone) {
        const finish = texts.finish(row).slice(5);
        return row.milestone ? texts.start(row).slice(5) : `${texts.start(row).slice(5)} – ${finish}`;
      }
      return row.summary ? '' : (row.responsible ?? '');
    },
    [look.labelText, texts],
  );
}
