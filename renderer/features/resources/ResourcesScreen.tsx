import { Suspense, useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Spinner, Tabs } from '#renderer/ui/index.ts';
import { typeOfId } from '#shared/model/registry.ts';
import { Register } from '../register/public.ts';
import { LoadView } from './LoadView.tsx';
import { needDefinition } from './needDefinition.tsx';
import { resourceDefinition } from './resourceDefinition.ts';
import styles from './resources.module.css';

export interface ResourcesScreenProps {
  readonly projectId: string;
  /** A resource or a material need to open. */
  readonly itemId?: string | undefined;
}

type TabId = 'list' | 'load' | 'needs';

const tabOf = (itemId: string | undefined): TabId =>
  itemId !== undefined && typeOfId(itemId) === 'material_need' ? 'needs' : 'list';

function List({ projectId, itemId }: ResourcesScreenProps) {
  const all = useReadyAnswer('resource.list', { where: { project_id: projectId } });
  // Files of other programs have a nameless row that stands for nobody.
  const records = useMemo(() => all.filter((resource) => resource.name.trim() !== ''), [all]);
  return <Register definition={resourceDefinition} records={records} projectId={projectId} itemId={itemId} />;
}

function Needs({ projectId, itemId }: ResourcesScreenProps) {
  const records = useReadyAnswer('material_need.list', { where: { project_id: projectId } });
  const rows = useReadyAnswer('resource.needs', { projectId });
  const project = useReadyAnswer('project.get', { id: projectId });
  const definition = useMemo(
    () => needDefinition(rows, project?.currency ?? 'CNY'),
    [rows, project?.currency],
  );
  return <Register definition={definition} records={records} projectId={projectId} itemId={itemId} />;
}

/** J1–J4: who and what a project has, how much of it the plan needs, and what has to be there when. */
export function ResourcesScreen({ projectId, itemId }: ResourcesScreenProps) {
  const { t } = useI18n();
  const [linked, setLinked] = useState(itemId);
  const [tab, setTab] = useState<TabId>(tabOf(itemId));
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked !== itemId) {
    setLinked(itemId);
    if (itemId !== undefined) setTab(tabOf(itemId));
  }
  const itemOf = (wanted: TabId): string | undefined => (tabOf(linked) === wanted ? linked : undefined);
  return (
    <div className={styles.screen}>
      <h1 className={styles.heading}>{t('resource:heading')}</h1>
      <div className={styles.tabs}>
        <Suspense fallback={<Spinner />}>
          <Tabs<TabId>
            label={t('resource:tabs.label')}
            value={tab}
            onChange={setTab}
            items={[
              {
                id: 'list',
                label: t('resource:tabs.list'),
                content: <List projectId={projectId} itemId={itemOf('list')} />,
              },
              { id: 'load', label: t('resource:tabs.load'), content: <LoadView projectId={projectId} /> },
              {
                id: 'needs',
                label: t('resource:tabs.needs'),
                content: <Needs projectId={projectId} itemId={itemOf('needs')} />,
              },
            ]}
          />
        </Suspense>
      </div>
    </div>
  );
}
