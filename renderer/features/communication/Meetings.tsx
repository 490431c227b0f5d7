import { Suspense, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, showToast } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { localText } from '../../i18n/words.ts';
import { nowLocal } from '../clients/public.ts';
import { DocumentButton } from '../documents/public.ts';
import {
  Register,
  simpleRegister,
  updateRecord,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './communication.module.css';
import { MeetingLines } from './MeetingLines.tsx';
import { MinutesDialog } from './MinutesDialog.tsx';
import { run } from './run.ts';
import { HeldAt, NextAt } from './WhenField.tsx';

/** O3, O4, O5: the agenda from what is open, the end of the meeting, and its two versions. */
function Acts({ record }: WidgetProps<'meeting'>) {
  const tools = useRegisterTools();
  const { t, locale: language } = tools;
  const [reading, setReading] = useState(false);
  const { id, status } = record;
  const fill = async () => {
    const filled = await run(tools, 'meeting.prefill', { id, language });
    if (filled === null) return;
    const text =
      filled.added === 0
        ? t('communication:meeting.nothingOpen')
        : t('communication:meeting.prefilled', { count: filled.added });
    showToast({ tone: 'good', text });
  };
  const close = async () => {
    const closed = await run(tools, 'meeting.close', { id, language });
    if (closed)
      showToast({ tone: 'good', text: t('communication:meeting.closed', { count: closed.decisions }) });
  };
  return (
    <div className={styles.acts}>
      <Button small onPress={() => void fill()}>
        {t('communication:meeting.prefill')}
      </Button>
      {status === 'planned' ? (
        <Button small look="primary" onPress={() => void close()}>
          {t('communication:meeting.close')}
        </Button>
      ) : null}
      {status === 'held' ? (
        <Button small onPress={() => void updateRecord('meeting', id, { status: 'minutes_sent' })}>
          {t('communication:meeting.sent')}
        </Button>
      ) : null}
      <Button small onPress={() => setReading(true)}>
        {t('communication:meeting.versions')}
      </Button>
      <DocumentButton small kind="minutes" subjectId={id} projectId={record.project_id} />
      {reading ? (
        <Suspense>
          <MinutesDialog meeting={record} onClose={() => setReading(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** O2, O10, O11, O13, C11: meetings of every kind. */
const definition = simpleRegister('meeting', {
  prefix: 'M',
  ownDocuments: true,
  columns: [
    'title',
    'kind',
    {
      id: 'held_at',
      field: 'held_at',
      width: 190,
      text: (meeting, { format }) => localText(format, meeting.held_at),
      sortKey: (meeting) => meeting.held_at,
    },
    'mode',
    'place',
    'status',
  ],
  filters: ['kind', 'mode', 'status'],
  sections: [
    { id: 'acts', items: [{ id: 'acts', widget: Acts }] },
    {
      id: 'lines',
      title: ({ t }) => t('communication:meeting.lines'),
      items: [{ id: 'lines', widget: MeetingLines }],
    },
    {
      id: 'what',
      title: ({ t }) => t('communication:meeting.section.what'),
      items: [
        'title',
        'kind',
        'mode',
        { id: 'held_at', widget: HeldAt },
        'place',
        'comm_plan_item_id',
        'status',
        { id: 'next_at', widget: NextAt },
      ],
    },
    {
      id: 'people',
      title: ({ t }) => t('communication:meeting.section.people'),
      items: ['attendees', 'absent'],
    },
    {
      id: 'expectations',
      title: ({ t }) => t('communication:meeting.section.expectations'),
      items: ['expectation_effect', 'client_opinion'],
    },
    {
      id: 'internal',
      title: ({ t }) => t('communication:meeting.section.internal'),
      items: ['internal_notes'],
    },
  ],
  quickLabel: ({ t }) => t('register:quickAdd', { entity: t('communication:meeting.quick') }),
  defaults: () => ({ held_at: nowLocal() }),
  empty: ({ t }) => t('communication:meeting.empty'),
  sort: { column: 'held_at', descending: true },
});

export interface MeetingsProps {
  readonly project: RecordOf<'project'>;
  readonly itemId?: string | undefined;
}

export function Meetings({ project, itemId }: MeetingsProps) {
  const records = useReadyAnswer('meeting.list', { where: { project_id: project.id } });
  return <Register definition={definition} records={records} projectId={project.id} itemId={itemId} />;
}
