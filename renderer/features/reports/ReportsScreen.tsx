import { FilePlus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import { Badge, Button, EmptyState, SearchField, Spacer, Toolbar } from '#renderer/ui/index.ts';
import { periodText } from '#shared/domain/report/figures.ts';
import type { ReportRow } from '#shared/ipc/channels/report.ts';
import { paper } from '../paper/public.ts';
import { NewReportDialog } from './NewReportDialog.tsx';
import { ReportScreen } from './ReportScreen.tsx';
import styles from './reports.module.css';
import { TONES } from './tones.ts';

export interface ReportsScreenProps {
  /** Reports of one project; all without it. */
  readonly projectId?: string | undefined;
  /** A report to open instead of the list. */
  readonly itemId?: string | undefined;
}

function matches(row: ReportRow, t: T, filter: string): boolean {
  const words = [
    row.title,
    row.project_name,
    row.client_name,
    periodText(row.period),
    t(`model:report.enums.state.${row.state}`),
    row.no === null ? '' : t('report:print.no', { no: row.no }),
  ];
  const text = words.join(' ').toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}

function Row({ row, withProject }: { readonly row: ReportRow; readonly withProject: boolean }) {
  const { t, format } = useI18n();
  const open = () => navigate({ name: 'projectReports', projectId: row.project_id, itemId: row.id });
  return (
    <tr>
      <td className={styles.number}>{row.no ?? ''}</td>
      <th scope="row">
        <Button look="link" onPress={open}>
          {row.title}
        </Button>
      </th>
      {withProject ? (
        <td className={paper.belongs}>
          {row.project_name}
          <span className={styles.muted}> · {row.client_name}</span>
        </td>
      ) : null}
      <td className={styles.dates}>{periodText(row.period)}</td>
      <td>{t(`model:report.enums.language.${row.language}`)}</td>
      <td>
        <Badge tone={TONES[row.state]}>{t(`model:report.enums.state.${row.state}`)}</Badge>
      </td>
      <td className={styles.dates}>{row.sent_at === null ? '' : format.dateTime(row.sent_at)}</td>
    </tr>
  );
}

function List({ rows, withProject }: { readonly rows: readonly ReportRow[]; readonly withProject: boolean }) {
  const { t } = useI18n();
  return (
    <table className={paper.list} aria-label={t('report:screen.title')}>
      <thead>
        <tr>
          <th scope="col">{t('report:screen.number')}</th>
          <th scope="col">{t('report:screen.name')}</th>
          {withProject ? <th scope="col">{t('report:screen.project')}</th> : null}
          <th scope="col">{t('report:screen.period')}</th>
          <th scope="col">{t('report:screen.language')}</th>
          <th scope="col">{t('report:screen.state')}</th>
          <th scope="col">{t('report:screen.sentOn')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} withProject={withProject} />
        ))}
      </tbody>
    </table>
  );
}

/** R1, R3: the reports of a project or of all, with what happened to each. */
function ReportList({ projectId }: { readonly projectId: string | undefined }) {
  const { t } = useI18n();
  const rows = useReadyAnswer('report.overview', projectId === undefined ? {} : { projectId });
  const projects = useReadyAnswer('project.list', {});
  const [creating, setCreating] = useState(false);
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter.trim());
  const shown = wanted === '' ? rows : rows.filter((row) => matches(row, t, wanted));
  const canCreate = projects.length > 0;
  const create = () => setCreating(true);
  return (
    <div className={paper.screen}>
      <Toolbar label={t('report:screen.title')}>
        <h1 className={paper.title}>{t('report:screen.title')}</h1>
        <Spacer />
        {rows.length > 0 ? (
          <SearchField label={t('report:screen.filter')} value={filter} onChange={setFilter} />
        ) : null}
        <Button look="primary" icon={<FilePlus />} onPress={create} isDisabled={!canCreate}>
          {t(rows.length > 0 && projectId !== undefined ? 'report:screen.next' : 'report:screen.new')}
        </Button>
      </Toolbar>
      <div className={paper.scroll}>
        {rows.length === 0 ? (
          <EmptyState
            text={t(canCreate ? 'report:screen.empty' : 'report:screen.emptyProjects')}
            {...(canCreate ? { action: { label: t('report:screen.new'), onPress: create } } : {})}
          />
        ) : shown.length === 0 ? (
          <EmptyState
            text={t('report:screen.noMatch')}
            action={{ label: t('report:screen.clearFilter'), onPress: () => setFilter('') }}
          />
        ) : (
          <List rows={shown} withProject={projectId === undefined} />
        )}
      </div>
      {creating ? (
        <NewReportDialog
          {...(projectId === undefined ? {} : { projectId })}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </div>
  );
}

export function ReportsScreen({ projectId, itemId }: ReportsScreenProps) {
  return itemId === undefined ? <ReportList projectId={projectId} /> : <ReportScreen reportId={itemId} />;
}
