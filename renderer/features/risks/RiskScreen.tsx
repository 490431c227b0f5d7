import { Suspense, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { typeOfId } from '#shared/model/registry.ts';
import { Register } from '../register/public.ts';
import { decisionDefinition } from './decisionDefinition.ts';
import { issueDefinition } from './issueDefinition.ts';
import { RiskRegister } from './RiskRegister.tsx';
import styles from './risks.module.css';

export interface RiskScreenProps {
  readonly projectId: string;
  /** A risk, issue or decision to open. */
  readonly itemId?: string | undefined;
}

type TabId = 'risks' | 'issues' | 'decisions';

function tabOf(itemId: string | undefined): TabId {
  const type = itemId === undefined ? null : typeOfId(itemId);
  if (type === 'issue') return 'issues';
  return type === 'decision' ? 'decisions' : 'risks';
}

function Issues({ projectId, itemId }: RiskScreenProps) {
  const records = useReadyAnswer('issue.list', { where: { project_id: projectId } });
  return <Register definition={issueDefinition} records={records} projectId={projectId} itemId={itemId} />;
}

/** C12: what the client has to decide. */
export function Decisions({ projectId, itemId }: RiskScreenProps) {
  const records = useReadyAnswer('decision.list', { where: { project_id: projectId } });
  return <Register definition={decisionDefinition} records={records} projectId={projectId} itemId={itemId} />;
}

/** K, L, C12: risks, issues and decisions of a project. */
export function RiskScreen({ projectId, itemId }: RiskScreenProps) {
  const { t } = useI18n();
  const [linked, setLinked] = useState(itemId);
  const [opened, setOpened] = useState(itemId);
  const [tab, setTab] = useState<TabId>(tabOf(itemId));
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== itemId) {
    setLinked(itemId);
    setOpened(itemId);
    if (itemId !== undefined) setTab(tabOf(itemId));
  }
  const openIssue = (id: string) => {
    setOpened(id);
    setTab('issues');
  };
  const itemOf = (wanted: TabId): string | undefined => (tabOf(opened) === wanted ? opened : undefined);
  return (
    <div className={styles.screen}>
      <h1 className={styles.heading}>{t('risk:heading')}</h1>
      <div className={styles.tabs}>
        <Suspense fallback={<Spinner />}>
          <Tabs<TabId>
            label={t('risk:tabs.label')}
            value={tab}
            onChange={setTab}
            items={[
              {
                id: 'risks',
                label: t('risk:tabs.risks'),
                content: (
                  <RiskRegister projectId={projectId} itemId={itemOf('risks')} onOpenIssue={openIssue} />
                ),
              },
              {
                id: 'issues',
                label: t('risk:tabs.issues'),
                content: <Issues projectId={projectId} itemId={itemOf('issues')} />,
              },
              {
                id: 'decisions',
                label: t('risk:tabs.decisions'),
                content: <Decisions projectId={projectId} itemId={itemOf('decisions')} />,
              },
            ]}
          />
        </Suspense>
      </div>
    </div>
  );
}
