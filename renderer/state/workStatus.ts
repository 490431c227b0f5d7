import { create } from 'zustand';

/** What the top bar shows of the store; fed by the client from the core's events. */
export interface WorkStatus {
  /** Instant of the last commit, milliseconds. */
  readonly savedAt: number | null;
  readonly saving: boolean;
  readonly failed: boolean;
  /** What undo and redo would take back or repeat, in the user's words; null if nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Name of the place, such as a client or project, by id: for the breadcrumb and the sidebar. */
  readonly names: Readonly<Record<string, string>>;
}

export const useWorkStatus = create<WorkStatus>(() => ({
  savedAt: null,
  saving: false,
  failed: false,
  undoLabel: null,
  redoLabel: null,
  names: {},
}));

export function setWorkStatus(change: Partial<WorkStatus>): void {
  useWorkStatus.setState(change);
}

/** Tells the frame how an id is called; features call it with what they have loaded. */
export function setName(id: string, name: string): void {
  useWorkStatus.setState((state) =>
    state.names[id] === name ? state : { names: { ...state.names, [id]: name } },
  );
}
