import { ArrowLeft } from 'lucide-react';
import { Suspense, useDeferredValue, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type T, useI18n } from '#renderer/i18n/index.ts';
import { navigate } from '#renderer/state/route.ts';
import {
  Badge,
  Button,
  EmptyState,
  IconButton,
  SearchField,
  Select,
  Spacer,
  Spinner,
  Toolbar,
} from '#renderer/ui/index.ts';
import type { DocumentKind } from '#shared/domain/documents/content.ts';
import type { DocumentRow } from '#shared/ipc/channels/document.ts';
import { DOCUMENT_KINDS } from '#shared/model/entities/agreement.ts';
import { paper } from '../paper/public.ts';
import styles from './documents.module.css';
import { Issued, TONES } from './Issued.tsx';
import { NewDocument } from './NewDocument.tsx';
import { Outdated } from './Outdated.tsx';

export interface DocumentsScreenProps {
  /** Documents of one project; all without it. */
  readonly projectId?: string | undefined;
  /** A document to open instead of the list. */
  readonly itemId?: string | undefined;
}

const open = (projectId: string | undefined, itemId?: string): void => {
  const item = itemId === undefined ? {} : { itemId };
  navigate(
    projectId === undefined ? { name: 'allDocuments', ...item } : { name: 'documents', projectId, ...item },
  );
};

const bare = (text: string): string => text.toLocaleLowerCase().replaceAll('-', '');

function matches(row: DocumentRow, t: T, filter: string): boolean {
  const words = [
    row.title,
    row.client_name,
    row.project_name ?? '',
    t(`model:document.enums.kind.${row.kind}`),
    row.code,
  ];
  const text = bare(words.join(' '));
  return filter
    .split(/\s+/)
    .map(bare)
    .every((part) => text.includes(part));
}

function signedText(row: DocumentRow, t: T): string {
  return row.signed.map((side) => t(`model:signoff.enums.side.${side}`)).join(' · ');
}

function Row({ row, projectId }: { readonly row: DocumentRow; readonly projectId: string | undefined }) {
  const { t, format } = useI18n();
  return (
    <tr>
      <td className={styles.code}>{row.code}</td>
      <th scope="row">
        <Button look="link" onPress={() => open(projectId, row.id)}>
          {row.title}
        </Button>
      </th>
      {projectId === undefined ? (
        <td className={paper.belongs}>
          {row.project_name ?? row.client_name}
          {row.project_name === null ? null : <span className={styles.muted}> · {row.client_name}</span>}
        </td>
      ) : null}
      <td>{t(`model:document.enums.kind.${row.kind}`)}</td>
      <td className={styles.number}>{row.version}</td>
      <td>{t(`model:document.enums.language.${row.language}`)}</td>
      <td>
        <Badge tone={TONES[row.state]}>{t(`model:document.enums.state.${row.state}`)}</Badge>
        {row.audience === 'internal' ? (
          <Badge tone="warn">{t('model:document.enums.audience.internal')}</Badge>
        ) : null}
      </td>
      <td className={styles.date}>{format.dateTime(row.issued_at)}</td>
      <td className={styles.date}>{row.sent_at === null ? '' : format.dateTime(row.sent_at)}</td>
      <td>{signedText(row, t)}</td>
      <td className={styles.number}>{row.readers === 0 ? '' : row.readers}</td>
    </tr>
  );
}

const COLUMNS = [
  'code',
  'name',
  'project',
  'kind',
  'versionShort',
  'language',
  'state',
  'issuedAt',
  'sentAt',
] as const;

function List({
  rows,
  projectId,
}: {
  readonly rows: readonly DocumentRow[];
  readonly projectId: string | undefined;
}) {
  const { t } = useI18n();
  return (
    <table className={paper.list} aria-label={t('document:screen.title')}>
      <thead>
        <tr>
          {COLUMNS.filter((column) => column !== 'project' || projectId === undefined).map((column) => (
            <th key={column} scope="col">
              {t(`document:screen.${column}`)}
            </th>
          ))}
          <th scope="col">{t('document:screen.signedBy')}</th>
          <th scope="col">{t('document:screen.readersShort')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} projectId={projectId} />
        ))}
      </tbody>
    </table>
  );
}

type KindFilter = DocumentKind | 'all';
type StateFilter = DocumentRow['state'] | 'all';

interface Filters {
  readonly text: string;
  readonly kind: KindFilter;
  readonly state: StateFilter;
}
/** What is in force; old versions are a choice away. */
const NO_FILTER: Filters = { text: '', kind: 'all', state: 'all' };

interface FilterProps {
  readonly rows: readonly DocumentRow[];
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

function FilterFields({ rows, filters, onChange }: FilterProps) {
  const { t } = useI18n();
  const used = DOCUMENT_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  return (
    <>
      <Select<KindFilter>
        label={t('document:screen.kind')}
        labelHidden
        value={filters.kind}
        onChange={(kind) => onChange({ ...filters, kind })}
        options={[
          { id: 'all', label: t('document:screen.allKinds') },
          ...used.map((id) => ({ id, label: t(`model:document.enums.kind.${id}`) })),
        ]}
      />
      <Select<StateFilter>
        label={t('document:screen.state')}
        labelHidden
        value={filters.state}
        onChange={(state) => onChange({ ...filters, state })}
        options={[
          { id: 'all', label: t('document:screen.allStates') },
          ...(['issued', 'superseded', 'withdrawn'] as const).map((id) => ({
            id,
            label: t(`model:document.enums.state.${id}`),
          })),
        ]}
      />
      <SearchField
        label={t('document:screen.filter')}
        value={filters.text}
        onChange={(text) => onChange({ ...filters, text })}
      />
    </>
  );
}

/** R7: the register of documents of a project, or of all. */
function DocumentList({ projectId }: { readonly projectId: string | undefined }) {
  const { t } = useI18n();
  const rows = useReadyAnswer('document.overview', projectId === undefined ? {} : { projectId });
  const [filters, setFilters] = useState(NO_FILTER);
  const text = useDeferredValue(filters.text.trim());
  const shown = rows.filter(
    (row) =>
      (filters.kind === 'all' || row.kind === filters.kind) &&
      (filters.state === 'all' || row.state === filters.state) &&
      (text === '' || matches(row, t, text)),
  );
  return (
    <div className={paper.screen}>
      <Toolbar label={t('document:screen.title')}>
        <h1 className={paper.title}>{t('document:screen.title')}</h1>
        <Spacer />
        {rows.length > 0 ? <FilterFields rows={rows} filters={filters} onChange={setFilters} /> : null}
        {projectId === undefined ? null : <NewDocument projectId={projectId} />}
      </Toolbar>
      <div className={paper.scroll}>
        {projectId === undefined ? null : <Outdated projectId={projectId} />}
        {rows.length === 0 ? (
          <EmptyState
            text={t(projectId === undefined ? 'document:screen.emptyAll' : 'document:screen.empty')}
          />
        ) : shown.length === 0 ? (
          <EmptyState
            text={t('document:screen.noMatch')}
            action={{ label: t('document:screen.clearFilter'), onPress: () => setFilters(NO_FILTER) }}
          />
        ) : (
          <List rows={shown} projectId={projectId} />
        )}
      </div>
    </div>
  );
}

function DocumentPage({ id, projectId }: { readonly id: string; readonly projectId: string | undefined }) {
  const { t } = useI18n();
  const { row } = useReadyAnswer('document.open', { id });
  return (
    <div className={paper.screen}>
      <Toolbar label={row.title}>
        <IconButton label={t('document:screen.title')} icon={<ArrowLeft />} onPress={() => open(projectId)} />
        <h1 className={paper.title}>{row.title}</h1>
        <span className={styles.muted}>{t('document:screen.version', { version: row.version })}</span>
      </Toolbar>
      <Suspense fallback={<Spinner />}>
        <Issued id={id} onOpen={(other) => open(projectId, other)} />
      </Suspense>
    </div>
  );
}

export function DocumentsScreen({ projectId, itemId }: DocumentsScreenProps) {
  return itemId === undefined ? (
    <DocumentList projectId={projectId} />
  ) : (
    <DocumentPage id={itemId} projectId={projectId} />
  );
}
