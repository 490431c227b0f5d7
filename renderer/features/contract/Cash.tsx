import { Badge, Card } from '#renderer/ui/index.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { useRegisterTools } from '../register/public.ts';
import { PlainTable } from '../tracking/public.ts';
import styles from './contract.module.css';

export type ProjectMoney = OutputOf<'money.project'>;

function Months({ money }: { readonly money: ProjectMoney }) {
  const { t, format } = useRegisterTools();
  if (money.months.length === 0) return <p>{t('contract:money.noMonths')}</p>;
  return (
    <PlainTable
      label={t('contract:money.month')}
      heads={[
        { text: t('contract:money.month') },
        { text: t('contract:money.count'), end: true },
        { text: t('contract:money.amount'), end: true },
      ]}
    >
      {money.months.map((row) => (
        <tr key={row.month}>
          <th scope="row">{row.month}</th>
          <td className={styles.end}>{row.count}</td>
          <td className={styles.end}>{format.money(row.amountMinor, money.currency)}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Overdue({ money }: { readonly money: ProjectMoney }) {
  const tools = useRegisterTools();
  const { t, format } = tools;
  const rows = money.contracts
    .filter(({ direction }) => direction === 'upstream')
    .flatMap(({ stages, title }) => stages.map((row) => ({ ...row, title })))
    .filter(({ state }) => state === 'overdue');
  if (rows.length === 0) return <p>{t('contract:money.noOverdue')}</p>;
  return (
    <PlainTable
      label={tools.entityName('payment_stage')}
      heads={[
        { text: tools.entityName('payment_stage') },
        { text: t('contract:money.dueOn') },
        { text: t('contract:money.stateHead') },
        { text: t('contract:money.outstanding'), end: true },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            {row.name} <span className={styles.quiet}>{row.title}</span>
          </th>
          <td>{row.dueOn}</td>
          <td>
            <Badge tone="bad">{t('contract:money.late', { count: row.overdueDays })}</Badge>
          </td>
          <td className={styles.end}>{format.money(row.outstandingMinor, money.currency)}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Exposure({ money }: { readonly money: ProjectMoney }) {
  const tools = useRegisterTools();
  const { t, format } = tools;
  if (money.exposure.length === 0) return <p>{t('contract:money.exposureEmpty')}</p>;
  return (
    <>
      <p className={styles.quiet}>{t('contract:money.exposureAbout')}</p>
      {money.exposureMinor === 0 ? <p>{t('contract:money.exposureNone')}</p> : null}
      <PlainTable
        label={t('contract:money.clause')}
        heads={[
          { text: t('contract:money.clause') },
          { text: t('contract:money.contractDay') },
          { text: t('contract:money.expectedDay') },
          { text: t('contract:money.lateDays'), end: true },
          { text: t('contract:money.amount'), end: true },
        ]}
      >
        {money.exposure.map((row) => (
          <tr key={row.clauseId}>
            <th scope="row">
              {row.title} <span className={styles.quiet}>{row.task ?? t('contract:money.planEnd')}</span>
            </th>
            <td>
              {row.dueOn}{' '}
              {row.extensionDays === 0 ? null : (
                <span className={styles.quiet}>
                  {t('contract:money.extended', { count: row.extensionDays })}
                </span>
              )}
            </td>
            <td>{row.expectedOn}</td>
            <td className={styles.end}>{row.lateDays}</td>
            <td className={styles.end}>
              {format.money(row.amountMinor, money.currency)}{' '}
              {row.capped ? <Badge tone="warn">{t('contract:money.capped')}</Badge> : null}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}

/** E3, MS-12: what is overdue, what is expected when, and what a delay would cost. Of the whole project. */
export function Cash({ money }: { readonly money: ProjectMoney }) {
  const { t } = useRegisterTools();
  return (
    <div className={styles.flow}>
      <Card title={t('contract:money.overdueList')}>
        <Overdue money={money} />
      </Card>
      <Card title={t('contract:money.months')}>
        <Months money={money} />
      </Card>
      <Card title={t('contract:money.exposureList')}>
        <Exposure money={money} />
      </Card>
    </div>
  );
}
