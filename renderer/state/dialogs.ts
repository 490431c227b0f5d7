import { create } from 'zustand';

/** Dialogs that commands open from anywhere. */
export type AppDialog =
  | { readonly name: 'newClient' }
  | { readonly name: 'newProject'; readonly clientId?: string }
  | { readonly name: 'quickCapture'; readonly clientId?: string };

export const useDialog = create<{ readonly shown: AppDialog | null }>(() => ({ shown: null }));

export function openDialog(dialog: AppDialog): void {
  useDialog.setState({ shown: dialog });
}

export function closeDialog(): void {
  useDialog.setState({ shown: null });
}
