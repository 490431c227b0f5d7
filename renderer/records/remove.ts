import type { RemovableType } from '#shared/ipc/channels/records.ts';
import { request } from '../client/wire.ts';
import type { T } from '../i18n/index.ts';
import { entityName, errorText } from '../i18n/words.ts';
import { showToast } from '../ui/index.ts';

/** Puts a record into the trash and offers to take that back. True if it is there now. */
export async function removeRecord(t: T, type: RemovableType, id: string, name: string): Promise<boolean> {
  try {
    await request(`${type}.remove`, { id });
  } catch (error) {
    showToast({ tone: 'bad', text: errorText(t, error) });
    return false;
  }
  showToast({
    text: t('client:deleted', { entity: entityName(t, type), name: name.slice(0, 60) }),
    action: {
      label: t('common:verb.undo'),
      onPress: () =>
        void request('trash.restore', { id }).catch((error: unknown) =>
          showToast({ tone: 'bad', text: errorText(t, error) }),
        ),
    },
  });
  return true;
}
