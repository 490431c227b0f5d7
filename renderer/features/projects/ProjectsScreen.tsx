import { CopyPlus, Plus, Upload } from 'lucide-react';
import { PROJECT_STATUS, type ProjectRow } from '#shared/ipc/channels/project.ts';
import { project } from '#shared/model/entities/client.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { entityName, fieldName, valueName } from '../../i18n/words.ts';
import { ListScreen } from '../../records/ListScreen.tsx';
import styles from '../../records/records.module.css';
import { openDialog } from '../../state/dialogs.ts';
import { navigate } from '../../state/route.ts';
import { Badge, Button, type Column, EmptyState } from '../../ui/index.ts';
import { StatusBadge } from './StatusBadge.tsx';

const STAGES: readonly string[] = project.fields.stage.values ?? [];

function sortValue(row: ProjectRow, column: string): string | number | null {
  switch (column) {
    case 'code':
      return row.code;
    case 'client':
      return row.clientName;
    case 'kind':
      return row.kind;
    case 'stage':
      return STAGES.indexOf(row.stage);
    case 'status':
      return PROJECT_STATUS.indexOf(row.status);
    case 'progress':
      return row.progress;
    case 'milestone':
      return row.nextMilestone?.on ?? null;
    default:
      return row.name;
  }
}

const wordsOf = (row: ProjectRow): string => [row.name, row.code, row.clientName].filter(Boolean).join(' ');

function useColumns(): readonly Column<ProjectRow>[] {
  const { t, format } = useI18n();
  const milestone = (row: ProjectRow) =>
    row.nextMilestone === null
      ? ''
      : [row.nextMilestone.on, row.nextMilestone.name].filter(Boolean).join(' ');
  return [
    {
      id: 'code',
      header: fieldName(t, 'project', 'code'),
      width: 100,
      sortable: true,
      text: (row) => row.code ?? '',
    },
    {
      id: 'name',
      header: fieldName(t, 'project', 'name'),
      width: 220,
      grow: true,
      rowHeader: true,
      sortable: true,
      text: (row) => row.name,
      render: (row) => (
        <span className={styles.cell}>
          <span className={styles.cellText}>{row.name}</span>
          {row.sample ? <Badge tone="info">{t('client:sample')}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'client',
      header: entityName(t, 'client'),
      width: 180,
      sortable: true,
      text: (row) => row.clientName,
    },
    {
      id: 'kind',
      header: fieldName(t, 'project', 'kind'),
      width: 110,
      sortable: true,
      text: (row) => valueName(t, 'project', 'kind', row.kind),
    },
    {
      id: 'stage',
      header: fieldName(t, 'project', 'stage'),
      width: 110,
      sortable: true,
      text: (row) => valueName(t, 'project', 'stage', row.stage),
    },
    {
      id: 'status',
      header: t('project:statusName'),
      width: 120,
      sortable: true,
      text: (row) => t(`project:status.${row.status}`),
      render: (row) => <StatusBadge status={row.status} />,
    },
    {
      id: 'progress',
      header: t('project:progress'),
      width: 90,
      align: 'end',
      sortable: true,
      text: (row) => (row.progress === null ? '' : format.percent(row.progress / 100)),
    },
    { id: 'milestone', header: t('project:nextMilestone'), width: 200, sortable: true, text: milestone },
  ];
}

/** Every project of every client. */
export function ProjectsScreen() {
  const { t } = useI18n();
  const all = useReadyAnswer('project.rows', {});
  const create = { label: t('shell:new.project'), onPress: () => openDialog({ name: 'newProject' }) };
  const bringIn = { label: t('shell:new.import'), onPress: () => navigate({ name: 'import' }) };
  return (
    <ListScreen
      type="project"
      title={t('shell:nav.projects')}
      all={all}
      columns={useColumns()}
      findLabel={t('project:find')}
      wordsOf={wordsOf}
      sortValue={sortValue}
      onOpen={(row) => navigate({ name: 'project', projectId: row.id })}
      actions={
        <>
          <Button icon={<Upload />} onPress={bringIn.onPress}>
            {bringIn.label}
          </Button>
          <Button icon={<CopyPlus />} onPress={() => openDialog({ name: 'makeProject' })}>
            {t('template:menu.fromTemplate')}
          </Button>
          <Button look="primary" icon={<Plus />} onPress={create.onPress}>
            {create.label}
          </Button>
        </>
      }
      empty={<EmptyState text={t('project:empty')} action={create} link={bringIn} />}
    />
  );
}
