import { FileSpreadsheet } from 'lucide-react';
import { useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import { IconButton, Menu } from '#renderer/ui/index.ts';
import { exportTaskList } from './taskList.ts';

export interface TaskListMenuProps {
  readonly projectId: string;
  /** The active task of the plan: a list can be put below it. */
  readonly taskId: string | null;
}

/** The plan as a table: in from Excel or CSV, and out. */
export function TaskListMenu({ projectId, taskId }: TaskListMenuProps) {
  const { t, locale } = useI18n();
  return (
    <Menu
      label={t('tableImport:menu')}
      trigger={<IconButton small label={t('tableImport:menu')} icon={<FileSpreadsheet />} />}
      entries={[
        {
          id: 'import',
          label: t('tableImport:importList'),
          onAction: () => navigate({ name: 'importTable', into: projectId, itemId: taskId ?? undefined }),
        },
        {
          id: 'xlsx',
          label: t('tableImport:exportXlsx'),
          onAction: () => void exportTaskList(t, projectId, locale, 'xlsx'),
        },
        {
          id: 'csv',
          label: t('tableImport:exportCsv'),
          onAction: () => void exportTaskList(t, projectId, locale, 'csv'),
        },
      ]}
    />
  );
}
