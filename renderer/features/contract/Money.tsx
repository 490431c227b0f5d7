import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, Segmented, showToast } from '#renderer/ui/index.ts';
import type { ContractMoney } from '#shared/ipc/channels/money.ts';
import { typeOfId } from '#shared/model/registry.ts';
import { DocumentButton } from '../documents/public.ts';
import { createRecord, Register, useRegisterTools } from '../register/public.ts';
import { Figures } from '../tracking/public.ts';
import { Cash, type ProjectMoney } from './Cash.tsx';
import styles from './contract.module.css';
import { ExportMoney } from './ExportMoney.tsx';
import { feeDefinition } from './feeDefinition.ts';
import type { Contract, SectionProps } from './parts.tsx';
import { stageDefinition } from './stageDefinition.tsx';

type View = 'instalments' | 'fees' | 'cash';

const viewOf = (itemId: string | undefined): View =>
  itemId !== undefined && typeOfId(itemId) === 'extra_fee' ? 'fees' : 'instalments';

/** D4: the four parts and what came in. */
function Sums({ money, project }: { readonly money: ContractMoney; readonly project: ProjectMoney }) {
  const { t, format } = useRegisterTools();
  const amount = (minor: number): string => format.money(minor, project.currency);
  const ours = money.direction === 'upstream';
  const overdue = money.stages.filter(({ state }) => state === 'overdue');
  const late = overdue.reduce((sum, row) => sum + row.outstandingMinor, 0);
  return (
    <Figures
      items={[
        {
          label: t('contract:money.total'),
          value: money.totalMinor === null ? '—' : amount(money.totalMinor),
        },
        { label: t('contract:money.instalments'), value: amount(money.instalmentsMinor) },
        { label: t('contract:money.extras'), value: amount(money.extrasMinor) },
        { label: t('contract:money.changes'), value: amount(money.changesMinor) },
        { label: t(ours ? 'contract:money.due' : 'contract:money.dueOut'), value: amount(money.dueMinor) },
        {
          label: t(ours ? 'contract:money.received' : 'contract:money.paid'),
          value: amount(money.receivedMinor),
        },
        ...(late > 0
          ? [{ label: t('contract:money.overdue'), value: amount(late), tone: 'bad' as const }]
          : []),
        ...(ours && project.exposureMinor > 0
          ? [
              {
                label: t('contract:money.exposure'),
                value: amount(project.exposureMinor),
                tone: 'bad' as const,
              },
            ]
          : []),
      ]}
    />
  );
}

/** W5: whether it adds up, and if not by how much and why. */
function Identity({ money, currency }: { readonly money: ContractMoney; readonly currency: string }) {
  const { t, format } = useRegisterTools();
  const amount = (minor: number): string => format.money(minor, currency);
  if (money.stages.length === 0) return null;
  const good = money.differenceMinor === 0;
  const reasons = [
    ...(money.differenceMinor === null ? [t('contract:money.unknown')] : []),
    ...(money.differenceMinor === null || good
      ? []
      : [t('contract:money.difference', { amount: amount(money.differenceMinor) })]),
    ...(money.percent !== null && money.percent !== 100 && money.stages.every(({ fixed }) => !fixed)
      ? [t('contract:money.percent', { percent: money.percent })]
      : []),
    ...(money.unbilledMinor !== 0
      ? [t('contract:money.unbilled', { amount: amount(money.unbilledMinor) })]
      : []),
  ];
  return (
    <div className={styles.notes} role="status">
      {good ? (
        <Badge tone="good" icon={<CircleCheck aria-hidden="true" />}>
          {t('contract:money.addsUp')}
        </Badge>
      ) : null}
      {reasons.map((text) => (
        <Badge key={text} tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
          {text}
        </Badge>
      ))}
      {money.openFeesMinor === 0 ? null : (
        <span className={styles.quiet}>
          {t('contract:money.openFees', { amount: amount(money.openFeesMinor) })}
        </span>
      )}
    </div>
  );
}

/** Retention is an instalment of its own, due on the day it is released. */
function AddRetention({ contract, money }: { readonly contract: Contract; readonly money: ContractMoney }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const percent = contract.retention_percent ?? 0;
  if (percent <= 0 || money.stages.some(({ kind }) => kind === 'retention')) return null;
  const add = async () => {
    try {
      await createRecord('payment_stage', {
        contract_id: contract.id,
        name: tools.valueName('payment_stage', 'kind', 'retention'),
        kind: 'retention',
        percent,
        due_rule: 'date',
        due_on: contract.retention_release_on,
      });
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
  };
  return <Button onPress={() => void add()}>{t('contract:money.retention')}</Button>;
}

function Instalments({
  projectId,
  contract,
  currency,
  itemId,
  money,
}: SectionProps & { readonly money: ContractMoney }) {
  const records = useReadyAnswer('payment_stage.list', { where: { contract_id: contract.id } });
  const definition = useMemo(
    () => stageDefinition({ projectId, money, currency }),
    [projectId, money, currency],
  );
  return (
    <Register
      definition={definition}
      records={records}
      scope={{ projectId, owner: { contract_id: contract.id } }}
      itemId={itemId}
      tools={<AddRetention contract={contract} money={money} />}
    />
  );
}

function Fees({ projectId, contract, currency, itemId }: SectionProps) {
  const records = useReadyAnswer('extra_fee.list', { where: { contract_id: contract.id } });
  const definition = useMemo(() => feeDefinition(contract.id, currency), [contract.id, currency]);
  return (
    <Register
      definition={definition}
      records={records}
      scope={{ projectId, owner: { contract_id: contract.id } }}
      itemId={itemId}
    />
  );
}

/** E1–E3, W5, X10: the money of the chosen contract, and the cash of the project. */
export function Money(props: SectionProps & { readonly fees: boolean }) {
  const { projectId, contract, currency, itemId } = props;
  const { t } = useRegisterTools();
  const project = useReadyAnswer('money.project', { projectId });
  const [linked, setLinked] = useState(itemId);
  const [view, setView] = useState<View>(props.fees ? 'fees' : viewOf(itemId));
  if (linked !== itemId) {
    setLinked(itemId);
    setView(viewOf(itemId));
  }
  const money = project.contracts.find(({ id }) => id === contract.id);
  if (money === undefined) return null;
  const own = (wanted: View): string | undefined => (viewOf(itemId) === wanted ? itemId : undefined);
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <Sums money={money} project={project} />
      </div>
      <Identity money={money} currency={currency} />
      <div className={styles.bar}>
        <Segmented
          label={t('contract:money.view')}
          value={view}
          onChange={setView}
          options={(['instalments', 'fees', 'cash'] as const).map((id) => ({
            id,
            label: t(`contract:money.views.${id}`),
          }))}
        />
        <span className={styles.grow} />
        <DocumentButton kind="payment_plan" subjectId={contract.id} projectId={projectId} />
        <ExportMoney projectId={projectId} />
      </div>
      <div className={styles.fill}>
        {view === 'instalments' ? <Instalments {...props} itemId={own('instalments')} money={money} /> : null}
        {view === 'fees' ? <Fees {...props} itemId={own('fees')} /> : null}
        {view === 'cash' ? <Cash money={project} /> : null}
      </div>
    </div>
  );
}
