import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Banner, Button, Card, RadioGroup, showToast } from '#renderer/ui/index.ts';
import { placeText } from '#shared/domain/contract/completeness.ts';
import { isSigned } from '#shared/domain/contract/signed.ts';
import { FREE_DAYS, type GapRow } from '#shared/ipc/channels/contract.ts';
import { navigate } from '../../state/route.ts';
import type { SectionOf } from '../../state/sections.ts';
import { DocumentButton } from '../documents/public.ts';
import { createRecord, useRegisterTools } from '../register/public.ts';
import { PlainTable } from '../tracking/public.ts';
import styles from './contract.module.css';
import type { SectionProps } from './parts.tsx';
import { SignDialog } from './SignDialog.tsx';

/** Leads to what fills a gap. */
export type GoTo = (section: SectionOf<'contract'>, itemId?: string) => void;

function Gap({
  gap,
  contractId,
  goTo,
  sealed,
}: {
  readonly gap: GapRow;
  readonly contractId: string;
  readonly goTo: GoTo;
  readonly sealed: boolean;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const kind = tools.valueName('clause', 'kind', gap.clause);
  const act = async () => {
    if (gap.place !== 'clauses') return goTo(gap.place);
    if (gap.clauseId !== null) return goTo('clauses', gap.clauseId);
    try {
      const values = { contract_id: contractId, kind: gap.clause, title: kind };
      goTo('clauses', await createRecord('clause', values));
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
  };
  const verb = gap.kind === 'missing' ? 'addClause' : gap.place === 'clauses' ? 'goClause' : 'goPlace';
  return (
    <li className={styles.gap}>
      <Badge tone={gap.kind === 'missing' ? 'bad' : 'warn'} icon={<CircleAlert aria-hidden="true" />}>
        {t(gap.kind === 'missing' ? 'contract:check.missing' : 'contract:check.incomplete')}
      </Badge>
      <div>
        <h3>{kind}</h3>
        {gap.lacks.length === 0 ? null : (
          <p>{tools.format.list(gap.lacks.map((lack) => t(`contract:lack.${lack}`)))}</p>
        )}
        {gap.names.length === 0 ? null : (
          <p>{t('contract:check.names', { names: tools.format.list(gap.names) })}</p>
        )}
        <p className={styles.quiet}>{t(`contract:why.${gap.clause}`)}</p>
        <p className={styles.quiet}>
          {t('contract:check.source', {
            document: t(`contract:check.documents.${gap.source.document}`),
            place: placeText(gap.source, tools.locale),
            row: gap.source.row,
          })}
        </p>
      </div>
      {sealed ? null : (
        <Button small aria-label={`${t(`contract:check.${verb}`)}: ${kind}`} onPress={() => void act()}>
          {t(`contract:check.${verb}`)}
        </Button>
      )}
    </li>
  );
}

function IntoPlan({ projectId, contract }: SectionProps) {
  const tools = useRegisterTools();
  const { t } = tools;
  const found = useReadyAnswer('contract.milestones', { id: contract.id });
  const take = useCommand('contract.takeIntoPlan');
  const [freeDays, setFreeDays] = useState<(typeof FREE_DAYS)[number]>('before');
  const act = async () => {
    try {
      const { added, linked, baselineId } = await take.mutateAsync({ id: contract.id, freeDays });
      const text = t('contract:plan.done', { added, linked });
      showToast({
        text: baselineId === null ? text : `${text} ${t('contract:plan.withBaseline')}`,
        tone: 'good',
        action: { label: t('contract:plan.show'), onPress: () => navigate({ name: 'plan', projectId }) },
      });
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
  };
  const open = found.rows.some(({ state }) => state !== 'planned') || !found.baseline;
  return (
    <Card
      title={t('contract:plan.title')}
      actions={
        found.rows.length > 0 && open ? (
          <Button onPress={() => void act()}>{t('contract:plan.take')}</Button>
        ) : undefined
      }
    >
      <p className={styles.quiet}>{t('contract:plan.about')}</p>
      {found.rows.some(({ state, around }) => state === 'new' && around !== null) ? (
        <RadioGroup
          label={t('contract:plan.freeDays')}
          value={freeDays}
          onChange={setFreeDays}
          options={FREE_DAYS.map((id) => ({ id, label: t(`contract:plan.placed.${id}`) }))}
        />
      ) : null}
      {found.rows.length === 0 ? (
        <p>{t('contract:plan.none')}</p>
      ) : (
        <PlainTable
          label={t('contract:plan.what')}
          heads={[
            { text: t('contract:plan.what') },
            { text: t('contract:plan.day') },
            { text: t('contract:plan.stateHead') },
          ]}
        >
          {found.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td>
                {row.dueOn}
                {row.around === null || row.state !== 'new' ? null : (
                  <Badge tone="warn">{t('contract:plan.dayOff')}</Badge>
                )}
              </td>
              <td>{t(`contract:plan.state.${row.state}`)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </Card>
  );
}

/** D15: what the contract leaves open, with reason and source; the signature; its days for the plan. */
export function Check(props: SectionProps & { readonly goTo: GoTo }) {
  const { contract, goTo } = props;
  const { t } = useRegisterTools();
  const { gaps } = useReadyAnswer('contract.check', { id: contract.id });
  const [signing, setSigning] = useState(false);
  const sealed = isSigned(contract);
  const canSign = contract.status === 'draft' || contract.status === 'negotiating';
  return (
    <div className={styles.flow}>
      <Card
        title={t('contract:tabs.check')}
        actions={
          <>
            <DocumentButton
              kind="clause_check"
              subjectId={contract.id}
              projectId={props.projectId}
              audience="internal"
            />
            {canSign ? (
              <Button look="primary" onPress={() => setSigning(true)}>
                {t('contract:sign.open')}
              </Button>
            ) : null}
          </>
        }
      >
        <p className={styles.quiet}>{t('contract:check.about')}</p>
        {sealed && contract.sign_gaps !== null ? (
          <p>
            {t('contract:sealedWith', {
              count: contract.sign_gaps.split(' ').length,
              reason: contract.sign_reason ?? '',
            })}
          </p>
        ) : null}
        {gaps.length === 0 ? (
          <Banner tone="good">
            <CircleCheck aria-hidden="true" /> {t('contract:check.complete')}
          </Banner>
        ) : (
          <>
            <p>
              <strong>{t('contract:check.gaps', { count: gaps.length })}</strong>
            </p>
            <ul className={styles.gaps} aria-label={t('contract:check.list')}>
              {gaps.map((gap) => (
                <Gap key={gap.clause} gap={gap} contractId={contract.id} goTo={goTo} sealed={sealed} />
              ))}
            </ul>
          </>
        )}
      </Card>
      <IntoPlan {...props} />
      {signing ? (
        <SignDialog
          contract={contract}
          currency={props.currency}
          gaps={gaps}
          onClose={() => setSigning(false)}
        />
      ) : null}
    </div>
  );
}
