import { useReadyAnswer } from '#renderer/client/hooks.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { useRegisterTools } from '../register/public.ts';
import { Decisions } from '../risks/public.ts';
import { ContactLog } from './ContactLog.tsx';
import { Glossary } from './Glossary.tsx';
import { LastContactBadge } from './LastContactBadge.tsx';
import { Meetings } from './Meetings.tsx';
import { Plan } from './Plan.tsx';
import { Promises } from './Promises.tsx';
import { Untold } from './Untold.tsx';

function Loaded(props: PlaceProps<'communication'> & { readonly project: RecordOf<'project'> }) {
  const { project, ...link } = props;
  const { t } = useRegisterTools();
  return (
    <SectionScreen
      sections={useSections('communication', link)}
      heading={t('communication:heading')}
      beside={<LastContactBadge clientId={project.client_id} />}
      tabName={(id) => t(`communication:tabs.${id}`)}
      content={{
        plan: (itemId) => <Plan project={project} itemId={itemId} />,
        log: (itemId) => <ContactLog project={project} itemId={itemId} />,
        meetings: (itemId) => <Meetings project={project} itemId={itemId} />,
        promises: (itemId) => <Promises project={project} itemId={itemId} />,
        decisions: (itemId) => <Decisions projectId={project.id} itemId={itemId} />,
        untold: () => <Untold projectId={project.id} />,
        glossary: (itemId) => <Glossary projectId={project.id} itemId={itemId} />,
      }}
    />
  );
}

/** O1–O14, P1–P4, C2, C12: everything that is said to the client, and what was promised. */
export function CommunicationScreen(props: PlaceProps<'communication'>) {
  const project = useReadyAnswer('project.get', { id: props.projectId });
  return project === null ? null : <Loaded {...props} project={project} />;
}
