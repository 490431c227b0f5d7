/** What the user looks at in each list: a view, and how it was changed since. */
import { z } from 'zod';
import { create } from 'zustand';

const keptView = z.object({
  chosen: z.string().max(60),
  /** The definition with changes that no view has; missing: as the view says. The list reads it, and may refuse it. */
  draft: z.unknown().optional(),
});

/** By list and project, in the order in which they were last changed. */
export const keptViewsSchema = z.record(z.string().max(120), keptView);
export type KeptViews = z.infer<typeof keptViewsSchema>;

/** More lists than anyone works in; older ones open with their first view again. */
const KEPT = 40;

/** Outlives the screens, so that a list looks the same when one comes back to it. */
export const useKeptViews = create<{ readonly byList: KeptViews }>(() => ({ byList: {} }));

export function keepView(list: string, kept: KeptViews[string]): void {
  useKeptViews.setState(({ byList }) => {
    const { [list]: _, ...others } = byList;
    return { byList: Object.fromEntries([...Object.entries(others), [list, kept]].slice(-KEPT)) };
  });
}

/** Projects that the user took out of the portfolio. New ones are shown, so it is these that are kept. */
export const useHiddenProjects = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

export const hiddenProjectsSchema = z.array(z.string().max(60)).max(500);
