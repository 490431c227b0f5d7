import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { DocumentButton } from '../documents/public.ts';
import {
  Register,
  RegisterTabs,
  simpleRegister,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import { Questions } from './Questions.tsx';
import { requirementDefinition } from './requirementDefinition.tsx';

export interface RequirementsScreenProps {
  readonly projectId: string;
  /** A requirement, session or questionnaire to open. */
  readonly itemId?: string | undefined;
}

const elicitationDefinition = simpleRegister('elicitation', {
  columns: ['held_on', 'topic', 'method', 'participants'],
  filters: ['method'],
  sections: [{ id: 'what', items: ['topic', 'method', 'held_on', 'participants', 'notes'] }],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('elicitation') }),
  defaults: ({ today }) => ({ held_on: today }),
  empty: ({ t }) => t('requirement:emptySessions'),
  sort: { column: 'held_on', descending: true },
});

/** The paper to hand out. */
function QuestionnairePaper({ record }: WidgetProps<'questionnaire'>) {
  return <DocumentButton kind="questionnaire" subjectId={record.id} projectId={record.project_id} />;
}

const questionnaireDefinition = simpleRegister('questionnaire', {
  columns: [
    'title',
    {
      id: 'count',
      header: ({ t }) => t('requirement:questions'),
      width: 100,
      align: 'end',
      text: (record) => String(record.questions?.length ?? 0),
    },
  ],
  sections: [
    {
      id: 'what',
      items: [
        'title',
        'introduction',
        { id: 'questions', widget: Questions },
        { id: 'paper', widget: QuestionnairePaper },
      ],
    },
  ],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('questionnaire') }),
  empty: ({ t }) => t('requirement:emptyQuestionnaires'),
});

function Requirements({ projectId, itemId }: RequirementsScreenProps) {
  const records = useReadyAnswer('requirement.list', { where: { project_id: projectId } });
  return (
    <Register
      definition={requirementDefinition}
      records={records}
      scope={{ projectId }}
      itemId={itemId}
      tools={<DocumentButton kind="requirements" subjectId={projectId} projectId={projectId} />}
    />
  );
}

function Sessions({ projectId, itemId }: RequirementsScreenProps) {
  const records = useReadyAnswer('elicitation.list', { where: { project_id: projectId } });
  return (
    <Register definition={elicitationDefinition} records={records} scope={{ projectId }} itemId={itemId} />
  );
}

function Questionnaires({ projectId, itemId }: RequirementsScreenProps) {
  const records = useReadyAnswer('questionnaire.list', { where: { project_id: projectId } });
  return (
    <Register definition={questionnaireDefinition} records={records} scope={{ projectId }} itemId={itemId} />
  );
}

/** F1–F10: requirements, the sessions they were asked in, and questionnaires to print. */
export function RequirementsScreen(props: RequirementsScreenProps) {
  const { t } = useRegisterTools();
  return (
    <RegisterTabs
      heading={t('requirement:heading')}
      itemId={props.itemId}
      tabs={[
        {
          id: 'requirements',
          label: t('requirement:tabs.requirements'),
          entities: ['requirement'],
          content: <Requirements {...props} />,
        },
        {
          id: 'sessions',
          label: t('requirement:tabs.sessions'),
          entities: ['elicitation'],
          content: <Sessions {...props} />,
        },
        {
          id: 'questionnaires',
          label: t('requirement:tabs.questionnaires'),
          entities: ['questionnaire'],
          content: <Questionnaires {...props} />,
        },
      ]}
    />
  );
}
