import {
  CalendarCheck,
  CircleHelp,
  FileText,
  HandHeart,
  Handshake,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareQuote,
  Pencil,
  Smile,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import {
  TIMELINE_KINDS,
  TIMELINE_LIMIT,
  type TimelineFilter,
  type TimelineKind,
  type TimelineRow,
} from '#shared/ipc/channels/client.ts';
import { CHANNELS } from '#shared/model/entities/client.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useAnswer, useReadyAnswer } from '../../client/hooks.ts';
import { request } from '../../client/wire.ts';
import { type T, useI18n } from '../../i18n/index.ts';
import { errorText, localText, valueName } from '../../i18n/words.ts';
import { useRecordEditor } from '../../records/editor.ts';
import { RecordField } from '../../records/RecordField.tsx';
import recordStyles from '../../records/records.module.css';
import { removeRecord } from '../../records/remove.ts';
import { openRecord } from '../../state/openRecord.ts';
import {
  Badge,
  Button,
  Checkbox,
  EmptyState,
  IconButton,
  SearchField,
  Select,
  showToast,
  useToday,
} from '../../ui/index.ts';
import { Attachments } from '../documents/public.ts';
import styles from './clients.module.css';

const ICONS: Readonly<Record<TimelineKind, LucideIcon>> = {
  contact: MessageCircle,
  meeting: CalendarCheck,
  promise: Handshake,
  feedback: MessageSquareQuote,
  document: FileText,
  report: Mail,
  care: HandHeart,
  survey: Smile,
  concern: CircleHelp,
};

const ENTITIES = {
  contact: 'comm_log',
  meeting: 'meeting',
  promise: 'promise',
  feedback: 'feedback',
  document: 'document',
  report: 'report',
  care: 'care_task',
  survey: 'survey_response',
  concern: 'concern',
} as const;

function statusText(t: T, { kind, status }: TimelineRow): string | null {
  if (status === null) return null;
  if (kind === 'survey') return t('client:score', { score: status });
  const field = kind === 'document' || kind === 'report' ? 'state' : 'status';
  return valueName(t, ENTITIES[kind], field, status);
}

const channelText = (t: T, { kind, channel }: TimelineRow): string | null =>
  channel === null ? null : valueName(t, kind === 'feedback' ? 'feedback' : 'comm_log', 'channel', channel);

function NextStep({ row }: { readonly row: TimelineRow }) {
  const { t, format } = useI18n();
  const today = useToday();
  if (row.detail === null) return null;
  const tick = async (on: boolean) => {
    try {
      await request('today.done', { id: row.id, done: on });
    } catch (error) {
      showToast({ tone: 'bad', text: errorText(t, error) });
    }
  };
  return (
    <div className={recordStyles.badges}>
      <Checkbox label={row.detail} isSelected={row.done} onChange={(on) => void tick(on)} />
      {row.dueOn === null ? null : (
        <span className={recordStyles.muted}>{t('client:dueOn', { date: format.date(row.dueOn) })}</span>
      )}
      {!row.done && row.dueOn !== null && row.dueOn < today ? (
        <Badge tone="bad">{t('client:overdue')}</Badge>
      ) : null}
    </div>
  );
}

function EntryFields({ id }: { readonly id: string }) {
  const { data } = useAnswer('comm_log.get', { id });
  return data ? <StoredEntry entry={data} /> : null;
}

function StoredEntry({ entry }: { readonly entry: RecordOf<'comm_log'> }) {
  const editor = useRecordEditor('comm_log', entry);
  return (
    <div className={recordStyles.fields}>
      <RecordField editor={editor} field="channel" />
      <RecordField editor={editor} field="direction" />
      <div className={recordStyles.wide}>
        <RecordField editor={editor} field="summary" lines={3} />
      </div>
      <RecordField editor={editor} field="next_step" />
      <RecordField editor={editor} field="due_on" />
      <div className={recordStyles.wide}>
        <Attachments subjectId={entry.id} kind="photo" />
      </div>
    </div>
  );
}

function Words({ row }: { readonly row: TimelineRow }) {
  const { t } = useI18n();
  const words = row.text.trim();
  if (row.kind === 'contact')
    return (
      <>
        <p className={styles.words}>{words}</p>
        <NextStep row={row} />
      </>
    );
  const entity = ENTITIES[row.kind];
  return (
    <>
      <button
        type="button"
        className={recordStyles.linkButton}
        onClick={() => void openRecord({ entity, id: row.id, project_id: row.projectId })}
      >
        <span className={styles.words}>{words === '' ? t(`client:kind.${row.kind}`) : words}</span>
      </button>
      {row.detail === null ? null : <p className={styles.words}>{row.detail}</p>}
    </>
  );
}

function Line({ row }: { readonly row: TimelineRow }) {
  const { t, format } = useI18n();
  const [editing, setEditing] = useState(false);
  const Icon = ICONS[row.kind];
  const contact = row.contactGone ? t('client:contactGone', { name: row.contact ?? '' }) : row.contact;
  const facts = [
    row.at.length === 10 ? format.date(row.at) : localText(format, row.at),
    t(`client:kind.${row.kind}`),
    channelText(t, row),
    contact,
    row.project,
  ];
  const status = statusText(t, row);
  return (
    <li className={styles.line}>
      <Icon aria-hidden="true" />
      <div>
        <div className={recordStyles.badges}>
          <span className={recordStyles.muted}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
          {status === null ? null : <Badge>{status}</Badge>}
        </div>
        {editing ? <EntryFields id={row.id} /> : <Words row={row} />}
      </div>
      {row.kind === 'contact' ? (
        <div className={recordStyles.badges}>
          <IconButton
            small
            label={editing ? t('client:editEnd') : t('client:editNote')}
            icon={<Pencil />}
            onPress={() => setEditing((on) => !on)}
          />
          <IconButton
            small
            label={t('client:deleteNote')}
            icon={<Trash2 />}
            onPress={() => void removeRecord(t, 'comm_log', row.id, row.text)}
          />
        </div>
      ) : null}
    </li>
  );
}

const ANY = 'any';

function Filters(props: {
  readonly clientId: string;
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
}) {
  const { t } = useI18n();
  const { clientId, filter, onFilter } = props;
  const contacts = useAnswer('contact.list', { where: { client_id: clientId } });
  const projects = useAnswer('project.list', { where: { client_id: clientId } });
  const set = (field: keyof TimelineFilter, value: unknown) => {
    const { [field]: _, ...rest } = filter;
    onFilter(value === undefined ? rest : { ...rest, [field]: value });
  };
  const chosen = (id: string) => (id === ANY ? undefined : id);
  const any = { id: ANY, label: t('client:filter.any') };
  const named = (rows: readonly { readonly id: string; readonly name: string }[] | undefined) => [
    any,
    ...(rows ?? []).map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <search className={styles.filters}>
      <SearchField
        label={t('client:filter.text')}
        value={filter.text ?? ''}
        onChange={(text) => set('text', text || undefined)}
      />
      <Select
        label={t('client:filter.kind')}
        options={[any, ...TIMELINE_KINDS.map((id) => ({ id, label: t(`client:kind.${id}`) }))]}
        value={filter.kinds?.[0] ?? ANY}
        onChange={(id) => set('kinds', id === ANY ? undefined : [id])}
      />
      <Select
        label={t('client:filter.project')}
        options={named(projects.data)}
        value={filter.projectId ?? ANY}
        onChange={(id) => set('projectId', chosen(id))}
      />
      <Select
        label={t('client:filter.contact')}
        options={named(contacts.data)}
        value={filter.contactId ?? ANY}
        onChange={(id) => set('contactId', chosen(id))}
      />
      <Select
        label={t('client:filter.channel')}
        options={[any, ...CHANNELS.map((id) => ({ id, label: valueName(t, 'comm_log', 'channel', id) }))]}
        value={filter.channel ?? ANY}
        onChange={(id) => set('channel', chosen(id))}
      />
    </search>
  );
}

const PAGE = 50;

function Lines(props: {
  readonly clientId: string;
  readonly filter: TimelineFilter;
  readonly onClear: () => void;
}) {
  const { t } = useI18n();
  const [limit, setLimit] = useState(PAGE);
  const input = { clientId: props.clientId, filter: props.filter, limit };
  // The page that is there stays until the longer one has come.
  const { data } = useAnswer('client.timeline', input);
  const [kept, setKept] = useState(data);
  if (data !== undefined && data !== kept) setKept(data);
  const shown = data ?? kept;
  if (shown === undefined) return null;
  if (shown.rows.length === 0)
    return Object.keys(props.filter).length === 0 ? (
      <EmptyState text={t('client:emptyTimeline')} />
    ) : (
      <EmptyState
        text={t('client:noneFits')}
        action={{ label: t('client:clearFilter'), onPress: props.onClear }}
      />
    );
  return (
    <>
      <ul className={recordStyles.list} aria-label={t('client:timeline')}>
        {shown.rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </ul>
      {shown.more && limit < TIMELINE_LIMIT ? (
        <div>
          <Button look="link" onPress={() => setLimit((now) => Math.min(TIMELINE_LIMIT, now + 2 * PAGE))}>
            {t('client:showOlder')}
          </Button>
        </div>
      ) : null}
      {shown.more && limit === TIMELINE_LIMIT ? (
        <p className={recordStyles.muted}>{t('client:timelineCut', { count: TIMELINE_LIMIT })}</p>
      ) : null}
    </>
  );
}

/** B3, demand 19: everything that passed between a client and us, over all projects, newest first. */
export function Timeline({ clientId }: { readonly clientId: string }) {
  const [filter, setFilter] = useState<TimelineFilter>({});
  return (
    <>
      <Filters clientId={clientId} filter={filter} onFilter={setFilter} />
      <Lines key={JSON.stringify(filter)} clientId={clientId} filter={filter} onClear={() => setFilter({})} />
    </>
  );
}

/** The newest few contacts, for the first page. */
export function LatestContacts({ clientId, count }: { readonly clientId: string; readonly count: number }) {
  const { t } = useI18n();
  const { rows } = useReadyAnswer('client.timeline', { clientId, filter: {}, limit: count });
  return rows.length === 0 ? (
    <p className={recordStyles.muted}>{t('client:emptyTimeline')}</p>
  ) : (
    <ul className={recordStyles.list} aria-label={t('client:timeline')}>
      {rows.map((row) => (
        <Line key={row.id} row={row} />
      ))}
    </ul>
  );
}
