/** How each project's plan was looked at last: zoom, place, widths, what is folded and shown. */
import { z } from 'zod';
import { create } from 'zustand';

const id = z.string().max(60);
const px = z.number().min(0).max(1e7);

export const planMemorySchema = z
  .object({
    /** Px of one day. */
    perDay: z.number().min(0.01).max(1000),
    sheetWidth: px,
    panelWidth: px,
    folded: z.array(id).max(2000),
    /** Row at the top, and day at the left end, with their fractions. */
    topRow: px,
    leftDay: z.number().min(-1e6).max(1e6),
    layers: z.record(z.string().max(40), z.boolean()),
    labels: z.string().max(40),
    labelText: z.string().max(40),
    miniMap: z.boolean(),
  })
  .partial();
export type PlanMemory = z.infer<typeof planMemorySchema>;

/** Projects in the order in which they were looked at last, newest first. */
export const planMemoriesSchema = z.array(z.object({ projectId: id, look: planMemorySchema })).max(50);
export type PlanMemories = z.infer<typeof planMemoriesSchema>;

/** More projects than anyone has open at a time; older looks are forgotten. */
const KEPT = 30;

export const usePlanMemories = create<{ readonly all: PlanMemories }>(() => ({ all: [] }));

export const planMemory = (projectId: string): PlanMemory =>
  usePlanMemories.getState().all.find((one) => one.projectId === projectId)?.look ?? {};

/** Remembers a part of the look of a project's plan. */
export function rememberPlan(projectId: string, change: PlanMemory): void {
  const { all } = usePlanMemories.getState();
  const look = { ...planMemory(projectId), ...change };
  const others = all.filter((one) => one.projectId !== projectId).slice(0, KEPT - 1);
  usePlanMemories.setState({ all: [{ projectId, look }, ...others] });
}
