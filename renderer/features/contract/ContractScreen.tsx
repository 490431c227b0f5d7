import { CircleCheck, Ellipsis, Plus } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useAnswer, useReadyAnswer } from '#renderer/client/hooks.ts';
import { removeRecord } from '#renderer/records/remove.ts';
import {
  Badge,
  Banner,
  Button,
  EmptyState,
  IconButton,
  Menu,
  type MenuEntry,
  Select,
  showToast,
} from '#renderer/ui/index.ts';
import { isSigned } from '#shared/domain/contract/signed.ts';
import { type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { SectionFrame, SectionScreen, type SectionTabs, useSections } from '../../records/SectionScreen.tsx';
import type { PlaceProps } from '../../state/sections.ts';
import { type Seal, SealContext, updateRecord, useRegisterTools } from '../register/public.ts';
import { Check, type GoTo } from './Check.tsx';
import { Clauses } from './Clauses.tsx';
import { Costs } from './Costs.tsx';
import styles from './contract.module.css';
import { Deliverables } from './Deliverables.tsx';
import { Facts } from './Facts.tsx';
import { Legal } from './Legal.tsx';
import { Money } from './Money.tsx';
import { NewContract } from './NewContract.tsx';
import type { Contract } from './parts.tsx';
import { useContractSeal } from './seal.ts';

/** The contract a linked record belongs to; undefined while it is asked for, or if it belongs to none. */
function useContractOf(itemId: string | undefined): string | undefined {
  const type = itemId === undefined ? null : typeOfId(itemId);
  const id = itemId ?? '';
  const clause = useAnswer('clause.get', { id }, type === 'clause').data;
  const stage = useAnswer('payment_stage.get', { id }, type === 'payment_stage').data;
  const fee = useAnswer('extra_fee.get', { id }, type === 'extra_fee').data;
  if (type === 'contract') return itemId;
  return (clause ?? stage ?? fee)?.contract_id;
}

/** What is said about a signed contract above its tabs. */
function Sealed({ seal }: { readonly seal: Seal | null }) {
  if (seal === null) return null;
  return (
    <Banner
      tone="info"
      actions={seal.ways.map(({ label, onPress }) => (
        <Button key={label} small onPress={onPress}>
          {label}
        </Button>
      ))}
    >
      {seal.reason}
    </Banner>
  );
}

function ContractMenu({ contract }: { readonly contract: Contract }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const set = (status: Contract['status']) => async () => {
    try {
      await updateRecord('contract', contract.id, { status });
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
  };
  const entries: readonly MenuEntry[] = [
    ...(contract.status === 'signed'
      ? [{ id: 'finish', label: t('contract:sign.finish'), onAction: () => void set('finished')() }]
      : []),
    ...(contract.status === 'draft'
      ? [
          {
            id: 'negotiate',
            label: tools.valueName('contract', 'status', 'negotiating'),
            onAction: () => void set('negotiating')(),
          },
        ]
      : []),
    ...(contract.status === 'ended'
      ? []
      : [{ id: 'end', label: t('contract:sign.end'), onAction: () => void set('ended')() }]),
    {
      id: 'remove',
      label: t('contract:facts.remove'),
      danger: true,
      startsGroup: true,
      onAction: () => void removeRecord(t, 'contract', contract.id, contract.title),
    },
  ];
  const label = t('register:more');
  return <Menu label={label} trigger={<IconButton label={label} icon={<Ellipsis />} />} entries={entries} />;
}

function Head(props: {
  readonly contracts: readonly Contract[];
  readonly contract: Contract;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
}) {
  const { contract } = props;
  const tools = useRegisterTools();
  const { t } = tools;
  const signed = isSigned(contract);
  return (
    <>
      <div className={styles.chooser}>
        <Select
          label={t('contract:choose')}
          labelHidden
          options={props.contracts.map(({ id, title, direction }) => ({
            id,
            label: direction === 'downstream' ? `${title}${t('contract:downstream')}` : title,
          }))}
          value={contract.id}
          onChange={props.onChoose}
        />
      </div>
      <Badge
        tone={signed ? 'good' : 'plain'}
        {...(signed ? { icon: <CircleCheck aria-hidden="true" /> } : {})}
      >
        {tools.valueName('contract', 'status', contract.status)}
      </Badge>
      <span className={styles.grow} />
      <Button icon={<Plus aria-hidden="true" />} onPress={props.onAdd}>
        {t('contract:add')}
      </Button>
      <ContractMenu contract={contract} />
    </>
  );
}

/** The tabs of a contract; another contract starts them anew. */
function contentOf(
  project: RecordOf<'project'>,
  contract: Contract,
  goTo: GoTo,
  fees: number,
): ComponentProps<typeof SectionTabs<'contract'>>['content'] {
  const shared = { projectId: project.id, contract, currency: project.currency };
  const { id } = contract;
  return {
    facts: (itemId) => <Facts key={id} {...shared} itemId={itemId} />,
    clauses: (itemId) => <Clauses key={id} {...shared} itemId={itemId} />,
    deliverables: (itemId) => <Deliverables key={id} {...shared} itemId={itemId} />,
    check: (itemId) => <Check key={id} {...shared} itemId={itemId} goTo={goTo} />,
    money: (itemId) => <Money key={`${id} ${fees}`} {...shared} itemId={itemId} fees={fees > 0} />,
    costs: (itemId) => <Costs projectId={project.id} currency={project.currency} itemId={itemId} />,
    legal: (itemId) => <Legal projectId={project.id} itemId={itemId} />,
  };
}

/** D, E: the contracts of a project: what was agreed, whether it is complete, and the money that follows from it. */
export function ContractScreen(props: PlaceProps<'contract'>) {
  const { projectId } = props;
  const { t } = useRegisterTools();
  const project = useReadyAnswer('project.get', { id: projectId });
  const stored = useReadyAnswer('contract.list', { where: { project_id: projectId } });
  const sections = useSections('contract', props);
  const linkedContract = useContractOf(sections.itemId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [followed, setFollowed] = useState<string | undefined>(undefined);
  const [adding, setAdding] = useState(false);
  // How often the way from a sealed field to the fees was taken; each opens them anew.
  const [fees, setFees] = useState(0);
  if (linkedContract !== followed) {
    setFollowed(linkedContract);
    if (linkedContract !== undefined) setChosen(linkedContract);
  }
  const contracts = [...stored].sort((a, b) =>
    a.direction === b.direction ? a.no - b.no : a.direction === 'upstream' ? -1 : 1,
  );
  const contract = contracts.find(({ id }) => id === chosen) ?? contracts[0];
  const { goTo } = sections;
  const onFees = () => {
    setFees((times) => times + 1);
    goTo('money');
  };
  const seal = useContractSeal(contract, onFees);
  if (project === null) return null;
  const add = () => setAdding(true);
  const heading = t('contract:heading');
  return (
    <>
      {contract === undefined ? (
        <SectionFrame heading={heading}>
          <EmptyState text={t('contract:empty')} action={{ label: t('contract:add'), onPress: add }} />
        </SectionFrame>
      ) : (
        <SealContext value={seal}>
          <SectionScreen
            sections={sections}
            heading={heading}
            beside={<Head contracts={contracts} contract={contract} onChoose={setChosen} onAdd={add} />}
            above={<Sealed seal={seal} />}
            tabName={(id) => t(`contract:tabs.${id}`)}
            content={contentOf(project, contract, goTo, fees)}
          />
        </SealContext>
      )}
      {adding ? (
        <NewContract
          projectId={projectId}
          currency={project.currency}
          title={contracts.length === 0 ? `${project.name} ${t('contract:exports.contract')}` : ''}
          onClose={() => setAdding(false)}
          onCreated={setChosen}
        />
      ) : null}
    </>
  );
}
