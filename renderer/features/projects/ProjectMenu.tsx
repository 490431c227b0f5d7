import { CopyPlus } from 'lucide-react';
import { useI18n } from '../../i18n/index.ts';
import { openDialog } from '../../state/dialogs.ts';
import { IconButton, Menu } from '../../ui/index.ts';

/** Demand 18: copy the project, keep it as a template, plan it back from a deadline. */
export function ProjectMenu({ projectId }: { readonly projectId: string }) {
  const { t } = useI18n();
  const label = t('template:menu.label');
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={<CopyPlus />} />}
      entries={[
        {
          id: 'copy',
          label: t('template:menu.copy'),
          onAction: () => openDialog({ name: 'makeProject', projectId }),
        },
        {
          id: 'save',
          label: t('template:menu.save'),
          onAction: () => openDialog({ name: 'saveTemplate', projectId }),
        },
        {
          id: 'planFrom',
          label: t('template:menu.planFrom'),
          startsGroup: true,
          onAction: () => openDialog({ name: 'planFrom', projectId }),
        },
      ]}
    />
  );
}
