import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import {
  Badge,
  Button,
  type Column,
  DataGrid,
  EmptyState,
  Segmented,
  showToast,
  ToggleButton,
} from '#renderer/ui/index.ts';
import { deviationText, percentText } from '#shared/domain/report/figures.ts';
import type { DeviationRow, DeviationTable } from '#shared/ipc/channels/tracking.ts';
import { navigate } from '../../state/route.ts';
import { Register, type RegisterTools, useRegisterTools } from '../register/public.ts';
import { deviationDefinition } from './deviationDefinition.tsx';
import { ListButtons, useTellProblem } from './parts.tsx';
import styles from './tracking.module.css';

export interface DeviationsProps {
  readonly projectId: string;
  /** A record to open. */
  readonly itemId?: string | undefined;
}

const stateText = (row: DeviationRow, { t }: RegisterTools): string =>
  row.deviation === null ? '' : t(row.abnormal ? 'tracking:deviation.abnormal' : 'tracking:deviation.normal');

function columnsOf(tools: RegisterTools, threshold: number): Column<DeviationRow>[] {
  const { t } = tools;
  return [
    { id: 'number', header: t('tracking:deviation.number'), width: 84, text: (row) => row.number },
    {
      id: 'name',
      header: tools.entityName('task'),
      width: 280,
      grow: true,
      rowHeader: true,
      text: (row) => row.name,
      render: (row) => (
        <span
          className={styles.name}
          title={row.name}
          style={{ paddingInlineStart: `${(row.depth - 1) * 16}px` }}
        >
          {row.name}
        </span>
      ),
    },
    {
      id: 'planned',
      header: t('tracking:status.planned'),
      width: 96,
      align: 'end',
      text: (row) => percentText(row.planned),
    },
    {
      id: 'actual',
      header: t('tracking:status.actual'),
      width: 96,
      align: 'end',
      text: (row) => percentText(row.actual),
    },
    {
      id: 'deviation',
      header: t('tracking:status.deviation'),
      width: 104,
      align: 'end',
      text: (row) => deviationText(row.deviation, threshold),
    },
    {
      id: 'state',
      header: t('tracking:deviation.state'),
      width: 116,
      text: (row) => stateText(row, tools),
      render: (row) =>
        row.abnormal ? (
          <Badge tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
            {stateText(row, tools)}
          </Badge>
        ) : (
          stateText(row, tools)
        ),
    },
    {
      id: 'record',
      header: t('tracking:deviation.record'),
      width: 110,
      text: (row) =>
        t(row.recordId === null ? 'tracking:deviation.noRecord' : 'tracking:deviation.hasRecord'),
    },
  ];
}

function cellsOf(table: DeviationTable, columns: readonly Column<DeviationRow>[]): string[][] {
  return [
    columns.map(({ header }) => header),
    ...table.rows.map((row) => columns.map(({ text }) => text(row))),
  ];
}

function Live({
  projectId,
  onRecord,
}: {
  readonly projectId: string;
  readonly onRecord: (id: string) => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const table = useReadyAnswer('tracking.deviations', { projectId });
  const [only, setOnly] = useState(false);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const open = useCommand('tracking.openDeviation');
  const tell = useTellProblem();
  const columns = useMemo(() => columnsOf(tools, table.threshold), [tools, table.threshold]);
  const abnormal = table.rows.filter((row) => row.abnormal);
  const rows = only ? abnormal : table.rows;
  const [chosen] = selection;
  const record = async () => {
    try {
      const { id, opened } = await open.mutateAsync({ projectId, taskId: chosen ?? null });
      if (opened) showToast({ text: t('tracking:deviation.opened'), tone: 'good' });
      onRecord(id);
    } catch (error) {
      tell(error);
    }
  };
  return (
    <>
      <div className={styles.bar}>
        <ToggleButton
          label={t('tracking:deviation.only', { count: abnormal.length })}
          isSelected={only}
          onChange={setOnly}
        />
        <Button isDisabled={chosen === undefined} onPress={() => void record()}>
          {t('tracking:deviation.open')}
        </Button>
        <span className={styles.grow} />
        <ListButtons name={t('tracking:tabs.deviations')} cells={() => cellsOf(table, columns)} />
      </div>
      <p className={styles.explain}>
        {t('tracking:deviation.rule', {
          limit: table.threshold,
          weight: tools.valueName('project', 'deviation_weight', table.weighting),
        })}
      </p>
      <div className={styles.fill}>
        <DataGrid
          label={t('tracking:tabs.deviations')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={(row) => navigate({ name: 'plan', projectId, itemId: row.id })}
          empty={
            <EmptyState
              text={t(
                table.rows.length === 0 ? 'tracking:deviation.empty' : 'tracking:deviation.noneAbnormal',
              )}
            />
          }
        />
      </div>
    </>
  );
}

function Records({ projectId, itemId }: DeviationsProps) {
  const records = useReadyAnswer('deviation.list', { where: { project_id: projectId } });
  return (
    <Register definition={deviationDefinition} records={records} projectId={projectId} itemId={itemId} />
  );
}

/** W1, I9: progress against plan per task, phase and project, and the records that handle what is abnormal. */
export function Deviations({ projectId, itemId }: DeviationsProps) {
  const { t } = useRegisterTools();
  const [linked, setLinked] = useState(itemId);
  const [opened, setOpened] = useState(itemId);
  const [view, setView] = useState<'live' | 'records'>(itemId === undefined ? 'live' : 'records');
  if (linked !== itemId) {
    setLinked(itemId);
    setOpened(itemId);
    if (itemId !== undefined) setView('records');
  }
  const show = (id: string) => {
    setOpened(id);
    setView('records');
  };
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <Segmented
          label={t('tracking:deviation.view')}
          value={view}
          onChange={setView}
          options={[
            { id: 'live', label: t('tracking:deviation.live') },
            { id: 'records', label: t('tracking:deviation.records') },
          ]}
        />
      </div>
      {view === 'live' ? (
        <Live projectId={projectId} onRecord={show} />
      ) : (
        <div className={styles.fill}>
          <Records projectId={projectId} itemId={opened} />
        </div>
      )}
    </div>
  );
}
