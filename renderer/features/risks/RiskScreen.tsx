import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { Register } from '../register/public.ts';
import { decisionDefinition } from './decisionDefinition.ts';
import { issueDefinition } from './issueDefinition.ts';
import { RiskRegister } from './RiskRegister.tsx';

interface ListProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}

function Issues({ projectId, itemId }: ListProps) {
  const records = useReadyAnswer('issue.list', { where: { project_id: projectId } });
  return <Register definition={issueDefinition} records={records} projectId={projectId} itemId={itemId} />;
}

/** C12: what the client has to decide. */
export function Decisions({ projectId, itemId }: ListProps) {
  const records = useReadyAnswer('decision.list', { where: { project_id: projectId } });
  return <Register definition={decisionDefinition} records={records} projectId={projectId} itemId={itemId} />;
}

/** K, L, C12: risks, issues and decisions of a project. */
export function RiskScreen(props: PlaceProps<'risks'>) {
  const { projectId } = props;
  const { t } = useI18n();
  const sections = useSections('risks', props);
  return (
    <SectionScreen
      sections={sections}
      heading={t('risk:heading')}
      tabName={(id) => t(`risk:tabs.${id}`)}
      content={{
        risks: (itemId) => (
          <RiskRegister
            projectId={projectId}
            itemId={itemId}
            onOpenIssue={(id) => sections.goTo('issues', id)}
          />
        ),
        issues: (itemId) => <Issues projectId={projectId} itemId={itemId} />,
        decisions: (itemId) => <Decisions projectId={projectId} itemId={itemId} />,
      }}
    />
  );
}
