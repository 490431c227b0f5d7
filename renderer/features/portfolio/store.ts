import { create } from 'zustand';

interface HiddenProjects {
  readonly hidden: ReadonlySet<string>;
  readonly setHidden: (hidden: ReadonlySet<string>) => void;
}

/** Projects that the user took out of the portfolio. New ones are shown, so it is these that are kept. */
export const useHiddenProjects = create<HiddenProjects>((set) => ({
  hidden: new Set(),
  setHidden: (hidden) => set({ hidden }),
}));
