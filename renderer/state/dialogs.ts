import { create } from 'zustand';

/** Dialogs that commands open from anywhere. */
export type AppDialog =
  | { readonly name: 'newClient' }
  | { readonly name: 'newProject'; readonly clientId?: string }
  | { readonly name: 'quickCapture'; readonly clientId?: string }
  | { readonly name: 'quickFeedback'; readonly clientId?: string; readonly projectId?: string }
  /** A copy of `projectId`, or without one a project from a template. */
  | { readonly name: 'makeProject'; readonly projectId?: string; readonly clientId?: string }
  | { readonly name: 'saveTemplate'; readonly projectId: string }
  | { readonly name: 'planFrom'; readonly projectId: string }
  /** A new recurring task at the row `afterId`, or the rule of `taskId`. */
  | {
      readonly name: 'recurring';
      readonly projectId: string;
      readonly taskId?: string;
      readonly afterId?: string | null;
    };

export const useDialog = create<{ readonly shown: AppDialog | null }>(() => ({ shown: null }));

export function openDialog(dialog: AppDialog): void {
  useDialog.setState({ shown: dialog });
}

export function closeDialog(): void {
  useDialog.setState({ shown: null });
}
