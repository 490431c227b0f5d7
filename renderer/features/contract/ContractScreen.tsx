import { CircleCheck, Ellipsis, Plus } from 'lucide-react';
import { Suspense, useCallback, useState } from 'react';
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
  Spinner,
  showToast,
  Tabs,
} from '#renderer/ui/index.ts';
import { isSigned } from '#shared/domain/contract/signed.ts';
import { type RecordOf, typeOfId } from '#shared/model/registry.ts';
import { CONTRACT_SECTIONS, type ContractSection } from '../../state/route.ts';
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

export interface ContractScreenProps {
  readonly projectId: string;
  readonly section?: ContractSection | undefined;
  /** A record of the contract to open: a clause, an instalment, a deliverable … */
  readonly itemId?: string | undefined;
}

const SECTION_OF: Readonly<Record<string, ContractSection>> = {
  contract: 'facts',
  clause: 'clauses',
  deliverable: 'deliverables',
  payment_stage: 'money',
  extra_fee: 'money',
  budget_line: 'costs',
  cost_entry: 'costs',
  legal_consultation: 'legal',
  compliance_item: 'legal',
  benchmark: 'legal',
};

function sectionOf(section: ContractSection | undefined, itemId: string | undefined): ContractSection {
  if (section !== undefined) return section;
  return (itemId === undefined ? undefined : SECTION_OF[typeOfId(itemId) ?? '']) ?? 'facts';
}

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

/** What is shown; `fees` counts how often the way from a sealed field to the fees was taken. */
interface Place {
  readonly tab: ContractSection;
  readonly itemId: string | undefined;
  readonly fees: number;
}

function contentOf(
  section: ContractSection,
  props: {
    readonly project: RecordOf<'project'>;
    readonly contract: Contract;
    readonly itemId: string | undefined;
    readonly fees: number;
  },
  goTo: GoTo,
) {
  const { project, contract, itemId } = props;
  const shared = { projectId: project.id, contract, currency: project.currency, itemId };
  switch (section) {
    case 'facts':
      return <Facts {...shared} />;
    case 'clauses':
      return <Clauses {...shared} />;
    case 'deliverables':
      return <Deliverables {...shared} />;
    case 'check':
      return <Check {...shared} goTo={goTo} />;
    case 'money':
      return <Money key={props.fees} {...shared} fees={props.fees > 0} />;
    case 'costs':
      return <Costs projectId={project.id} currency={project.currency} itemId={itemId} />;
    case 'legal':
      return <Legal projectId={project.id} itemId={itemId} />;
  }
}

function Sections(props: {
  readonly project: RecordOf<'project'>;
  readonly contract: Contract;
  readonly tab: ContractSection;
  readonly itemId: string | undefined;
  readonly fees: number;
  readonly goTo: GoTo;
}) {
  const { t } = useRegisterTools();
  const itemOf = (id: ContractSection): string | undefined =>
    props.itemId !== undefined && sectionOf(undefined, props.itemId) === id ? props.itemId : undefined;
  return (
    <div className={styles.tabs}>
      <Suspense fallback={<Spinner />}>
        <Tabs<ContractSection>
          label={t('contract:heading')}
          value={props.tab}
          onChange={(id) => props.goTo(id)}
          items={CONTRACT_SECTIONS.map((id) => ({
            id,
            label: t(`contract:tabs.${id}`),
            content: (
              <Suspense key={props.contract.id} fallback={<Spinner />}>
                {contentOf(id, { ...props, itemId: itemOf(id) }, props.goTo)}
              </Suspense>
            ),
          }))}
        />
      </Suspense>
    </div>
  );
}

/** D, E: the contracts of a project: what was agreed, whether it is complete, and the money that follows from it. */
export function ContractScreen({ projectId, section, itemId }: ContractScreenProps) {
  const { t } = useRegisterTools();
  const project = useReadyAnswer('project.get', { id: projectId });
  const stored = useReadyAnswer('contract.list', { where: { project_id: projectId } });
  const linkedContract = useContractOf(itemId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<Place>({ tab: sectionOf(section, itemId), itemId, fees: 0 });
  const [linked, setLinked] = useState({ section, itemId });
  const [followed, setFollowed] = useState<string | undefined>(undefined);
  const [adding, setAdding] = useState(false);
  // A new link leads to its tab; what the user chose since then stays otherwise.
  if (linked.section !== section || linked.itemId !== itemId) {
    setLinked({ section, itemId });
    setPlace({ tab: sectionOf(section, itemId), itemId, fees: 0 });
  }
  if (linkedContract !== followed) {
    setFollowed(linkedContract);
    if (linkedContract !== undefined) setChosen(linkedContract);
  }
  const contracts = [...stored].sort((a, b) =>
    a.direction === b.direction ? a.no - b.no : a.direction === 'upstream' ? -1 : 1,
  );
  const contract = contracts.find(({ id }) => id === chosen) ?? contracts[0];
  const goTo: GoTo = (tab, item) => setPlace({ tab, itemId: item, fees: 0 });
  const onFees = useCallback(
    () => setPlace((now) => ({ tab: 'money', itemId: undefined, fees: now.fees + 1 })),
    [],
  );
  const seal = useContractSeal(contract, onFees);
  if (project === null) return null;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('contract:heading')}</h1>
        {contract === undefined ? null : (
          <Head
            contracts={contracts}
            contract={contract}
            onChoose={setChosen}
            onAdd={() => setAdding(true)}
          />
        )}
      </div>
      {contract === undefined ? (
        <EmptyState
          text={t('contract:empty')}
          action={{ label: t('contract:add'), onPress: () => setAdding(true) }}
        />
      ) : (
        <SealContext value={seal}>
          <Sealed seal={seal} />
          <Sections
            project={project}
            contract={contract}
            tab={place.tab}
            itemId={place.itemId}
            fees={place.fees}
            goTo={goTo}
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
    </div>
  );
}
