import { useReadyAnswer } from '#renderer/client/hooks.ts';
import type { EntityType, RecordOf } from '#shared/model/registry.ts';
import { Register, type RegisterDefinition, RegisterTabs, useRegisterTools } from '../register/public.ts';
import { Chain } from './Chain.tsx';
import {
  coordinationDefinition,
  dutyDefinition,
  handoverDefinition,
  memberDefinition,
  moraleDefinition,
  partyDefinition,
  partyLinkDefinition,
} from './definitions.ts';
import { Matrix } from './Matrix.tsx';

export interface TeamScreenProps {
  readonly projectId: string;
  readonly itemId?: string | undefined;
}

type ProjectEntity = 'team_member' | 'handover' | 'coordination_issue' | 'morale_pulse';

function Plain<E extends ProjectEntity>(
  props: TeamScreenProps & { readonly definition: RegisterDefinition<E> },
) {
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

function Parties({ projectId, itemId }: TeamScreenProps) {
  const records = useReadyAnswer('party_link.list', { where: { project_id: projectId } });
  return (
    <Register
      definition={partyLinkDefinition}
      records={records}
      scope={{ projectId }}
      itemId={itemId}
      above={<Chain links={records} />}
    />
  );
}

function Directory({ itemId }: TeamScreenProps) {
  const records = useReadyAnswer('party.list', {});
  return <Register definition={partyDefinition} records={records} scope={{}} itemId={itemId} />;
}

function Duties({ projectId, itemId }: TeamScreenProps) {
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
export function TeamScreen(props: TeamScreenProps) {
  const { t } = useRegisterTools();
  const tab = (id: 'parties' | 'directory' | 'team' | 'duties' | 'handovers' | 'coordination' | 'morale') =>
    t(`team:tabs.${id}`);
  const one = (id: Parameters<typeof tab>[0], entity: EntityType, content: React.ReactNode) => ({
    id,
    label: tab(id),
    entities: [entity],
    content,
  });
  return (
    <RegisterTabs
      heading={t('team:heading')}
      itemId={props.itemId}
      tabs={[
        one('parties', 'party_link', <Parties {...props} />),
        one('team', 'team_member', <Plain {...props} definition={memberDefinition} />),
        one('duties', 'duty', <Duties {...props} />),
        one('handovers', 'handover', <Plain {...props} definition={handoverDefinition} />),
        one('coordination', 'coordination_issue', <Plain {...props} definition={coordinationDefinition} />),
        one('morale', 'morale_pulse', <Plain {...props} definition={moraleDefinition} />),
        one('directory', 'party', <Directory {...props} />),
      ]}
    />
  );
}
