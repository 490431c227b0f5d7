import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type Format, type T, useI18n } from '#renderer/i18n/index.ts';
import { useSorted } from '#renderer/records/useSorted.ts';
import { navigate } from '#renderer/state/route.ts';
import { Badge, Banner, type Column, DataGrid, EmptyState, SearchField, Select } from '#renderer/ui/index.ts';
import { inPeriod, PERIODS, type Period, slipOf } from '#shared/domain/portfolio/milestones.ts';
import { MILESTONE_LIMIT, type MilestoneRow } from '#shared/ipc/channels/portfolio.ts';
import records from '../../records/records.module.css';
import { useFilter } from '../../records/useFilter.ts';
import styles from './portfolio.module.css';

const ALL = 'all';

function slipText(t: T, row: MilestoneRow): string {
  const days = slipOf(row);
  if (days === null) return '';
  if (days === 0) return t('portfolio:slip.onTime');
  return days > 0 ? t('portfolio:slip.late', { count: days }) : t('portfolio:slip.early', { count: -days });
}

const day = (format: Format, date: string | null): string => (date === null ? '' : format.date(date));

function sortValue(row: MilestoneRow, column: string): string | number | null {
  switch (column) {
    case 'due':
      return row.due_on;
    case 'project':
      return row.project;
    case 'client':
      return row.client;
    case 'promised':
      return row.promised_on;
    case 'planned':
      return row.planned_on;
    case 'slip':
      return slipOf(row);
    case 'responsible':
      return row.responsible;
    case 'payment':
      return row.payment_stage;
    default:
      return row.name;
  }
}

function useColumns(today: string): readonly Column<MilestoneRow>[] {
  const { t, format } = useI18n();
  return useMemo(
    () => [
      {
        id: 'due',
        header: t('portfolio:column.due'),
        width: 190,
        sortable: true,
        text: (row) => (row.due_on === null ? t('portfolio:noDay') : format.date(row.due_on)),
        render: (row) => (
          <span className={records.cell}>
            <span>{row.due_on === null ? t('portfolio:noDay') : format.date(row.due_on)}</span>
            {row.due_on !== null && row.due_on < today ? (
              <Badge tone="bad">{t('portfolio:overdue')}</Badge>
            ) : null}
          </span>
        ),
      },
      {
        id: 'name',
        header: t('portfolio:column.name'),
        width: 180,
        grow: true,
        rowHeader: true,
        sortable: true,
        text: (row) => row.name,
      },
      {
        id: 'project',
        header: t('model:project.name'),
        width: 130,
        sortable: true,
        text: (row) => row.project,
      },
      { id: 'client', header: t('model:client.name'), width: 120, sortable: true, text: (row) => row.client },
      {
        id: 'promised',
        header: t('sheet:column.promised'),
        width: 124,
        sortable: true,
        text: (row) => day(format, row.promised_on),
      },
      {
        id: 'planned',
        header: t('portfolio:column.planned'),
        width: 124,
        sortable: true,
        text: (row) => day(format, row.planned_on),
      },
      {
        id: 'slip',
        header: t('portfolio:column.slip'),
        width: 96,
        sortable: true,
        text: (row) => slipText(t, row),
        render: (row) => (
          <span className={(slipOf(row) ?? 0) > 0 ? styles.late : undefined}>{slipText(t, row)}</span>
        ),
      },
      {
        id: 'payment',
        header: t('sheet:column.paymentStage'),
        width: 100,
        sortable: true,
        text: (row) => row.payment_stage ?? '',
      },
      {
        id: 'responsible',
        header: t('plan:column.responsible'),
        width: 84,
        sortable: true,
        text: (row) => row.responsible ?? '',
      },
    ],
    [t, format, today],
  );
}

const wordsOf = (row: MilestoneRow): string =>
  [row.name, row.project, row.client, row.responsible, row.payment_stage].filter(Boolean).join(' ');

/** Clients that have an open milestone, by name. */
function clientOptions(rows: readonly MilestoneRow[], format: Format) {
  const names = new Map(rows.map((row) => [row.client_id, row.client]));
  return [...names].map(([id, label]) => ({ id, label })).sort((a, b) => format.compare(a.label, b.label));
}

function useNarrowed(rows: readonly MilestoneRow[], today: string) {
  const [text, setText] = useState('');
  const [client, setClient] = useState<string>(ALL);
  const [period, setPeriod] = useState<Period>('all');
  const chosen = useMemo(
    () =>
      rows.filter(
        (row) => (client === ALL || row.client_id === client) && inPeriod(row.due_on, period, today),
      ),
    [rows, client, period, today],
  );
  const found = useFilter(chosen, text, wordsOf);
  const clear = () => {
    setText('');
    setClient(ALL);
    setPeriod('all');
  };
  return { text, setText, client, setClient, period, setPeriod, found, clear };
}

/** I3: open milestones of all projects by day; Enter goes to the plan. */
export function MilestonesScreen() {
  const { t, format } = useI18n();
  const { today, rows: all, cut } = useReadyAnswer('milestones.list', {});
  const columns = useColumns(today);
  const narrowed = useNarrowed(all, today);
  const { rows, sort, onSort } = useSorted(narrowed.found, sortValue, format.compare);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const clients = [{ id: ALL, label: t('portfolio:allClients') }, ...clientOptions(all, format)];
  const empty =
    all.length === 0 ? (
      <EmptyState text={t('portfolio:noMilestones')} />
    ) : (
      <EmptyState
        text={t('portfolio:noneFits')}
        action={{ label: t('plan:tool.clearFilter'), onPress: narrowed.clear }}
      />
    );
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{t('shell:nav.milestones')}</h1>
        <span className={styles.count} role="status">
          {rows.length === all.length
            ? t('portfolio:count', { count: all.length })
            : t('plan:state.shown', { count: rows.length, total: all.length })}
        </span>
        <span className={styles.spacer} />
        <Select
          label={t('model:client.name')}
          options={clients}
          value={narrowed.client}
          onChange={narrowed.setClient}
        />
        <Select<Period>
          label={t('portfolio:periodLabel')}
          options={PERIODS.map((id) => ({ id, label: t(`portfolio:period.${id}`) }))}
          value={narrowed.period}
          onChange={narrowed.setPeriod}
        />
        <div className={styles.find}>
          <SearchField label={t('portfolio:find')} value={narrowed.text} onChange={narrowed.setText} />
        </div>
      </header>
      {cut ? <Banner tone="info">{t('portfolio:cut', { count: MILESTONE_LIMIT })}</Banner> : null}
      <div className={styles.grid}>
        <DataGrid
          label={t('shell:nav.milestones')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          selection={selection}
          onSelectionChange={setSelection}
          multiple
          onOpen={(row) => navigate({ name: 'plan', projectId: row.project_id, itemId: row.id })}
          {...(sort ? { sort } : {})}
          onSort={onSort}
          empty={empty}
        />
      </div>
    </div>
  );
}
