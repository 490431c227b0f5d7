import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ClientRow } from '#shared/ipc/channels/project.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { fieldName, valueName } from '../../i18n/words.ts';
import styles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { useFilter } from '../../records/useFilter.ts';
import { useSorted } from '../../records/useSorted.ts';
import { openDialog } from '../../state/dialogs.ts';
import { navigate } from '../../state/route.ts';
import { Badge, Button, type Column, DataGrid, EmptyState, SearchField, useToday } from '../../ui/index.ts';

const TIER_ORDER = ['key', 'regular', 'occasional', 'prospect'];

function sortValue(row: ClientRow, column: string): string | number | null {
  switch (column) {
    case 'tier':
      return TIER_ORDER.indexOf(row.tier);
    case 'projects':
      return row.openProjects;
    case 'contact':
      return row.lastContactAt;
    case 'next':
      return row.nextStepOn;
    case 'industry':
      return row.industry;
    default:
      return row.name;
  }
}

const wordsOf = (row: ClientRow): string =>
  [row.name, row.name_en, row.industry, row.phone, row.contacts].filter(Boolean).join(' ');

function useColumns(): readonly Column<ClientRow>[] {
  const { t, format } = useI18n();
  const today = useToday();
  return [
    {
      id: 'name',
      header: fieldName(t, 'client', 'name'),
      width: 260,
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
      id: 'tier',
      header: fieldName(t, 'client', 'tier'),
      width: 120,
      sortable: true,
      text: (row) => valueName(t, 'client', 'tier', row.tier),
    },
    {
      id: 'industry',
      header: fieldName(t, 'client', 'industry'),
      width: 140,
      sortable: true,
      text: (row) => row.industry ?? '',
    },
    {
      id: 'projects',
      header: t('client:openProjects'),
      width: 110,
      align: 'end',
      sortable: true,
      text: (row) => String(row.openProjects),
    },
    {
      id: 'contact',
      header: t('client:lastContact'),
      width: 150,
      sortable: true,
      text: (row) =>
        row.lastContactAt === null ? t('client:never') : format.date(row.lastContactAt.slice(0, 10)),
    },
    {
      id: 'next',
      header: t('client:nextStep'),
      width: 200,
      sortable: true,
      text: (row) => (row.nextStepOn === null ? '' : format.date(row.nextStepOn)),
      render: (row) =>
        row.nextStepOn === null ? null : (
          <span className={styles.cell}>
            {format.date(row.nextStepOn)}
            {row.nextStepOn < today ? <Badge tone="bad">{t('client:overdue')}</Badge> : null}
          </span>
        ),
    },
  ];
}

/** Every client, with what is waiting. */
export function ClientsScreen() {
  const { t, format } = useI18n();
  const all = useReadyAnswer('client.rows', {});
  const columns = useColumns();
  const [text, setText] = useState('');
  const found = useFilter(all, text, wordsOf);
  const { rows, sort, onSort } = useSorted(found, sortValue, format.compare);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const create = { label: t('shell:new.client'), onPress: () => openDialog({ name: 'newClient' }) };
  return (
    <div className={styles.fill}>
      <div className={styles.head}>
        <h1>{t('shell:nav.clients')}</h1>
        <span className={styles.count}>
          {rows.length === all.length
            ? t('common:unit.items', { count: all.length })
            : t('client:ofAll', { shown: rows.length, count: all.length })}
        </span>
        <span className={styles.spacer} />
        <div className={styles.filter}>
          <SearchField label={t('client:find')} value={text} onChange={setText} />
        </div>
        <Button look="primary" icon={<Plus />} onPress={create.onPress}>
          {create.label}
        </Button>
      </div>
      <div className={styles.grid}>
        <DataGrid
          label={t('shell:nav.clients')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={(row) => navigate({ name: 'client', clientId: row.id })}
          onDelete={(ids) => {
            for (const row of all.filter(({ id }) => ids.includes(id)))
              void removeRecord(t, 'client', row.id, row.name);
          }}
          {...(sort ? { sort } : {})}
          onSort={onSort}
          empty={
            all.length === 0 ? (
              <EmptyState text={t('client:emptyClients')} action={create} />
            ) : (
              <EmptyState
                text={t('client:noneFits')}
                action={{ label: t('client:clearFilter'), onPress: () => setText('') }}
              />
            )
          }
        />
      </div>
    </div>
  );
}
