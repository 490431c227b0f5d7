import { z } from 'zod';
import { create } from 'zustand';
import { type PrintSetup, printSetupSchema } from '#shared/domain/plan/printSetup.ts';

/** Projects whose setup is remembered; the oldest gives way. */
const LIMIT = 30;

interface PrintSetups {
  /** The last used last. */
  readonly byProject: readonly (readonly [projectId: string, setup: PrintSetup])[];
}

/** How each project was put on paper last. */
export const usePrintSetups = create<PrintSetups>(() => ({ byProject: [] }));

/** Stored by an older version or by hand: what is not understood is left out. */
export const printSetupsSchema = z
  .array(z.tuple([z.string().max(60), printSetupSchema]))
  .max(LIMIT)
  .catch([]);

export function printSetupOf(projectId: string): PrintSetup | null {
  return usePrintSetups.getState().byProject.find(([id]) => id === projectId)?.[1] ?? null;
}

export function rememberPrintSetup(projectId: string, setup: PrintSetup): void {
  usePrintSetups.setState(({ byProject }) => ({
    byProject: [...byProject.filter(([id]) => id !== projectId), [projectId, setup] as const].slice(-LIMIT),
  }));
}
