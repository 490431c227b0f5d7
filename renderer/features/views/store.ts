import { create } from 'zustand';

/** What the user looks at in one list: a view, and how it was changed since. */
export interface KeptView {
  readonly chosen: string;
  /** The definition with changes that no view has; undefined: as the view says. */
  readonly draft: unknown;
}

/** Outlives the screens, so that a list looks the same when one comes back to it. */
export const useKeptViews = create<{ readonly byList: Readonly<Record<string, KeptView>> }>(() => ({
  byList: {},
}));

export function keepView(list: string, kept: KeptView): void {
  useKeptViews.setState(({ byList }) => ({ byList: { ...byList, [list]: kept } }));
}
