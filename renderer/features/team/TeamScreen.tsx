import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { SectionScreen, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { Register, type RegisterDefinition, useRegisterTools } from '../register/public.ts';
import { Chain } from './Chain.tsx';
import {
  coordinationDefinition,
  dutyDefinition,
  handoverDefinition,
  memberDefinition,
  moraleDefinition,
  type Names,
  partyDefinition,
  partyLinkDefinition,
} from './definitions.ts';
import { Matrix } from './Matrix.tsx';

interface ListProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}

type ProjectEntity = 'team_member' | 'handover' | 'coordination_issue' | 'morale_pulse';

function Plain<E extends ProjectEntity>(props: ListProps & { readonly definition: RegisterDefinition<E> }) {
  const { definition, projectId, itemId } = props;
  const list = `${definition.entity}.list` as 'team_member.list';
  const records = useReadyAnswer(list, { where: { project_id: projectId } });
  return (
    <Register
      definition={definition}
      records={records as unknown as readonly RecordOf<E>[]}
      scope={{ projectId }}
      itemId={itemId}
    />
  );
}

function useNames(records: readonly { readonly id: string; readonly name: string }[]): Names {
  return useMemo(() => new Map(records.map(({ id, name }) => [id, name])), [records]);
}

function Coordination({ projectId, itemId }: ListProps) {
  const parties = useNames(useReadyAnswer('party.list', {}));
  const definition = useMemo(() => coordinationDefinition(parties), [parties]);
  return <Plain projectId={projectId} itemId={itemId} definition={definition} />;
}

function Parties({ projectId, itemId }: ListProps) {
  const records = useReadyAnswer('party_link.list', { where: { project_id: projectId } });
  const links = useNames(records);
  const definition = useMemo(() => partyLinkDefinition(links), [links]);
  return (
    <Register
      definition={definition}
      records={records}
      scope={{ projectId }}
      itemId={itemId}
      above={<Chain links={records} />}
    />
  );
}

function Directory({ itemId }: Pick<ListProps, 'itemId'>) {
  const records = useReadyAnswer('party.list', {});
  return <Register definition={partyDefinition} records={records} scope={{}} itemId={itemId} />;
}

function Duties({ projectId, itemId }: ListProps) {
  const records = useReadyAnswer('duty.list', { where: { project_id: projectId } });
  return (
    <Register
      definition={dutyDefinition}
      records={records}
      scope={{ projectId }}
      itemId={itemId}
      above={<Matrix duties={records} />}
    />
  );
}

/** C, A3, Z: parties and stakeholders, the team and its duties, hand-overs, conflicts and morale. */
export function TeamScreen(props: PlaceProps<'team'>) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  return (
    <SectionScreen
      sections={useSections('team', props)}
      heading={t('team:heading')}
      tabName={(id) => t(`team:tabs.${id}`)}
      content={{
        parties: (itemId) => <Parties projectId={projectId} itemId={itemId} />,
        team: (itemId) => <Plain projectId={projectId} itemId={itemId} definition={memberDefinition} />,
        duties: (itemId) => <Duties projectId={projectId} itemId={itemId} />,
        handovers: (itemId) => (
          <Plain projectId={projectId} itemId={itemId} definition={handoverDefinition} />
        ),
        coordination: (itemId) => <Coordination projectId={projectId} itemId={itemId} />,
        morale: (itemId) => <Plain projectId={projectId} itemId={itemId} definition={moraleDefinition} />,
        directory: (itemId) => <Directory itemId={itemId} />,
      }}
    />
  );
}
