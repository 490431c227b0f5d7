import { Badge, Button } from '#renderer/ui/index.ts';
import {
  answerDue,
  missingForAnalysis,
  responseClock,
  verificationDue,
} from '#shared/domain/requirement/clock.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  ChildList,
  flagFilter,
  type RegisterTools,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import { ProposeButton } from './ProposeButton.tsx';

type Requirement = RecordOf<'requirement'>;

const isOver = ({ status }: Requirement): boolean => status === 'fulfilled' || status === 'declined';

/** Wall clock of the user's computer. */
function wallNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

const dueOn = (requirement: Requirement): string | null =>
  verificationDue({ ...requirement, since: requirement.created_at.slice(0, 10) });

function clockText(requirement: Requirement, { t }: RegisterTools): string {
  const clock = responseClock(requirement, wallNow());
  if (clock === null) return '';
  return t(clock.answered ? 'requirement:answeredIn' : 'requirement:waiting', {
    hours: Math.round(clock.hours * 10) / 10,
  });
}

const isLate = (requirement: Requirement): boolean =>
  !isOver(requirement) && responseClock(requirement, wallNow())?.late === true;

function Clock({ record, save }: WidgetProps<'requirement'>) {
  const tools = useRegisterTools();
  const { t } = tools;
  const due = answerDue(record);
  return (
    <p>
      {record.received_at === null ? (
        <Button small onPress={() => void save({ received_at: wallNow() })}>
          {t('requirement:receivedNow')}
        </Button>
      ) : (
        <Badge tone={isLate(record) ? 'bad' : 'plain'}>{clockText(record, tools)}</Badge>
      )}{' '}
      {record.answered_at === null && due !== null ? (
        <>
          {t('requirement:answerUntil', { time: due.slice(0, 16).replace('T', ' ') })}{' '}
          <Button small onPress={() => void save({ answered_at: wallNow() })}>
            {t('requirement:answeredNow')}
          </Button>
        </>
      ) : null}
    </p>
  );
}

/** F9: what was looked at in which stage; a check that still holds is the last verification. */
function Checks({ record }: WidgetProps<'requirement'>) {
  const { t } = useRegisterTools();
  return (
    <ChildList
      entity="requirement_check"
      owner={{ requirement_id: record.id }}
      fields={['checked_on', 'stage', 'result', 'by', 'note']}
      shown={['checked_on', 'result']}
      asked={['stage', 'result', 'note']}
      newestBy="checked_on"
      empty={t('requirement:noChecks')}
    />
  );
}

const NEXT: Readonly<Record<Requirement['status'], Requirement['status'] | null>> = {
  new: 'analysed',
  analysed: 'agreed',
  agreed: 'in_work',
  in_work: 'fulfilled',
  fulfilled: null,
  declined: null,
};

/** F2–F10: what the client needs, said or not said, with the clock of the answer and of the verification. */
export const requirementDefinition = simpleRegister('requirement', {
  prefix: 'Q',
  columns: [
    'text',
    'kind',
    'status',
    'urgency',
    'target',
    {
      id: 'clock',
      header: ({ t }) => t('requirement:clock'),
      width: 130,
      text: clockText,
      render: (record, tools) =>
        isLate(record) ? <Badge tone="bad">{clockText(record, tools)}</Badge> : clockText(record, tools),
    },
    {
      id: 'verify',
      header: ({ t }) => t('requirement:verifyBy'),
      width: 116,
      text: (record, { format }) => {
        const due = dueOn(record);
        return due === null ? '' : format.plainDate(due);
      },
      sortKey: dueOn,
    },
    'owner',
  ],
  filters: [
    'kind',
    'topic',
    'status',
    'urgency',
    'owner',
    flagFilter<'requirement'>('late', ({ t }) => t('requirement:late'), isLate),
    flagFilter<'requirement'>(
      'unverified',
      ({ t }) => t('requirement:unverified'),
      (record, { today }) => (dueOn(record) ?? '9') < today,
    ),
  ],
  sections: [
    {
      id: 'what',
      items: [
        'text',
        'kind',
        'topic',
        'urgency',
        'contact_id',
        'owner',
        'rationale',
        { id: 'clock', widget: Clock },
      ],
    },
    {
      id: 'measure',
      title: ({ t }) => t('requirement:section.measure'),
      items: ['measure', 'target', 'unit', 'evidence', 'confidence'],
    },
    {
      id: 'analysis',
      title: ({ t }) => t('requirement:section.analysis'),
      items: ['impact_note', 'solution', { id: 'propose', widget: ProposeButton }],
    },
    {
      id: 'verification',
      title: ({ t }) => t('requirement:section.verification'),
      items: ['verify_days', 'verified_on', { id: 'checks', widget: Checks }],
    },
    {
      id: 'source',
      title: ({ t }) => t('requirement:section.source'),
      items: ['source', 'source_kind', 'source_page', 'elicitation_id', 'clause_id', 'task_id'],
    },
    {
      id: 'client',
      title: ({ t }) => t('requirement:section.client'),
      items: ['client_visible', 'client_text'],
    },
  ],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('requirement') }),
  defaults: () => ({ received_at: wallNow() }),
  empty: ({ t }) => t('requirement:empty'),
  hints: {
    rationale: ({ t }) => t('requirement:whyHint'),
    verify_days: ({ t }) => t('requirement:verifyHint'),
  },
  workflow: {
    field: 'status',
    next: ({ status }) => NEXT[status],
    problems: (record, to, { t, fieldName }) =>
      to === 'new' || to === 'declined'
        ? []
        : missingForAnalysis(record).map((field) => ({
            text: t('requirement:needs', { field: fieldName('requirement', field as 'measure') }),
            field,
          })),
  },
});
