import { Contact, Plus } from 'lucide-react';
import type { ClientRow } from '#shared/ipc/channels/project.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { fieldName, valueName } from '../../i18n/words.ts';
import { ListScreen } from '../../records/ListScreen.tsx';
import styles from '../../records/records.module.css';
import { openDialog } from '../../state/dialogs.ts';
import { navigate } from '../../state/route.ts';
import { Badge, Button, type Column, EmptyState, useToday } from '../../ui/index.ts';

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
  const { t } = useI18n();
  const all = useReadyAnswer('client.rows', {});
  const create = { label: t('shell:new.client'), onPress: () => openDialog({ name: 'newClient' }) };
  return (
    <ListScreen
      type="client"
      title={t('shell:nav.clients')}
      all={all}
      columns={useColumns()}
      findLabel={t('client:find')}
      wordsOf={wordsOf}
      sortValue={sortValue}
      onOpen={(row) => navigate({ name: 'client', clientId: row.id })}
      actions={
        <>
          <Button icon={<Contact />} onPress={() => navigate({ name: 'importContacts' })}>
            {t('contactImport:title')}
          </Button>
          <Button look="primary" icon={<Plus />} onPress={create.onPress}>
            {create.label}
          </Button>
        </>
      }
      empty={<EmptyState text={t('client:emptyClients')} action={create} />}
    />
  );
}
