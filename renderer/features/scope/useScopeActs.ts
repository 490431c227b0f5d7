import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/ui/index.ts';
import type { ScopeItemRow } from '#shared/ipc/channels/scope.ts';

type Side = ScopeItemRow['side'];

/** Commands of the screen; each resolves with the text of its error, or null. */
export function useScopeActs() {
  const { t } = useI18n();
  const guarded = async (act: () => Promise<unknown>): Promise<string | null> => {
    try {
      await act();
      return null;
    } catch (error) {
      return errorText(t, error);
    }
  };
  const told = async (act: () => Promise<unknown>): Promise<void> => {
    const text = await guarded(act);
    if (text !== null) showToast({ text, tone: 'bad' });
  };
  return {
    add: (projectId: string, side: Side, text: string) =>
      guarded(() => request('scope.add', { projectId, side, text })),
    rename: (id: string, text: string) =>
      guarded(() => request('scope_item.update', { id, patch: { text } })),
    word: (id: string, client_text: string | null) =>
      guarded(() => request('scope_item.update', { id, patch: { client_text } })),
    note: (id: string, notes: string | null) =>
      guarded(() => request('scope_item.update', { id, patch: { notes } })),
    show: (id: string, client_visible: boolean) =>
      told(() => request('scope_item.update', { id, patch: { client_visible } })),
    place: (id: string, side: Side, beforeId: string | null) =>
      told(() => request('scope.place', { id, side, beforeId })),
    remove: async (item: ScopeItemRow) => {
      await told(async () => {
        await request('register.remove', { ids: [item.id] });
        showToast({
          text: t('register:deletedOne', { name: item.text }),
          action: {
            label: t('common:verb.undo'),
            onPress: () => void told(() => request('trash.restore', { id: item.id })),
          },
        });
      });
    },
    assign: (taskIds: readonly string[], scopeItemId: string | null) =>
      told(() => request('scope.assign', { taskIds: [...taskIds], scopeItemId })),
  };
}
