import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { IconButton, showToast } from '#renderer/ui/index.ts';
import { AutoText } from '../register/public.ts';

/** Renames a template of the user's own, or puts it into the trash. */
export function TemplateTools({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useI18n();
  const [renaming, setRenaming] = useState(false);
  const guarded = async (act: () => Promise<unknown>): Promise<string | null> => {
    try {
      await act();
      return null;
    } catch (error) {
      return errorText(t, error);
    }
  };
  const remove = async () => {
    const problem = await guarded(() => request('project_template.remove', { id }));
    if (problem !== null) {
      showToast({ text: problem, tone: 'bad' });
      return;
    }
    showToast({
      text: t('register:deletedOne', { name }),
      action: {
        label: t('common:verb.undo'),
        onPress: () => void guarded(() => request('trash.restore', { id })),
      },
    });
  };
  return (
    <>
      <IconButton label={t('template:rename')} icon={<Pencil />} onPress={() => setRenaming(!renaming)} />
      <IconButton label={t('template:remove')} icon={<Trash2 />} onPress={() => void remove()} />
      {renaming ? (
        <AutoText
          label={t('model:project_template.fields.name')}
          required
          maxLength={200}
          value={name}
          onSave={(text) =>
            guarded(() => request('project_template.update', { id, patch: { name: text ?? '' } }))
          }
        />
      ) : null}
    </>
  );
}
