import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { DocumentButton } from '../documents/public.ts';
import { Register, simpleRegister, useRegisterTools } from '../register/public.ts';
import { Questions } from './Questions.tsx';
import { requirementDefinition } from './requirementDefinition.tsx';

interface ListProps {
  readonly projectId: string;
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
      items: ['title', 'introduction', { id: 'questions', widget: Questions }],
    },
  ],
  quickLabel: ({ t, entityWord }) => t('register:quickAdd', { entity: entityWord('questionnaire') }),
  empty: ({ t }) => t('requirement:emptyQuestionnaires'),
});

function Requirements({ projectId, itemId }: ListProps) {
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

function Sessions({ projectId, itemId }: ListProps) {
  const records = useReadyAnswer('elicitation.list', { where: { project_id: projectId } });
  return (
    <Register definition={elicitationDefinition} records={records} scope={{ projectId }} itemId={itemId} />
  );
}

function Questionnaires({ projectId, itemId }: ListProps) {
  const records = useReadyAnswer('questionnaire.list', { where: { project_id: projectId } });
  return (
    <Register definition={questionnaireDefinition} records={records} scope={{ projectId }} itemId={itemId} />
  );
}

/** F1–F10: requirements, the sessions they were asked in, and questionnaires to print. */
export function RequirementsScreen(props: PlaceProps<'requirements'>) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  return (
    <SectionScreen
      sections={useSections('requirements', props)}
      heading={t('requirement:heading')}
      tabName={(id) => t(`requirement:tabs.${id}`)}
      content={{
        requirements: (itemId) => <Requirements projectId={projectId} itemId={itemId} />,
        sessions: (itemId) => <Sessions projectId={projectId} itemId={itemId} />,
        questionnaires: (itemId) => <Questionnaires projectId={projectId} itemId={itemId} />,
      }}
    />
  );
}
