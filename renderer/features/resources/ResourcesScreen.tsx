import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { Register } from '../register/public.ts';
import { LoadView } from './LoadView.tsx';
import { needDefinition } from './needDefinition.tsx';
import { resourceDefinition } from './resourceDefinition.ts';

interface ListProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}

function List({ projectId, itemId }: ListProps) {
  const all = useReadyAnswer('resource.list', { where: { project_id: projectId } });
  // Files of other programs have a nameless row that stands for nobody.
  const records = useMemo(() => all.filter((resource) => resource.name.trim() !== ''), [all]);
  return <Register definition={resourceDefinition} records={records} projectId={projectId} itemId={itemId} />;
}

function Needs({ projectId, itemId }: ListProps) {
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
export function ResourcesScreen(props: PlaceProps<'resources'>) {
  const { projectId } = props;
  const { t } = useI18n();
  return (
    <SectionScreen
      sections={useSections('resources', props)}
      heading={t('resource:heading')}
      tabName={(id) => t(`resource:tabs.${id}`)}
      content={{
        list: (itemId) => <List projectId={projectId} itemId={itemId} />,
        load: () => <LoadView projectId={projectId} />,
        needs: (itemId) => <Needs projectId={projectId} itemId={itemId} />,
      }}
    />
  );
}
