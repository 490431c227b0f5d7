import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import recordStyles from '../../records/records.module.css';
import { navigate } from '../../state/route.ts';
import { Badge, Card } from '../../ui/index.ts';
import styles from './clients.module.css';

/** B5, E3: what was agreed with a client, what came in and what is overdue, by currency and project. */
export function Money({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const { currencies } = useReadyAnswer('money.client', { clientId });
  const shown = currencies.filter(
    ({ dueMinor, receivedMinor, outstandingMinor }) => dueMinor + receivedMinor + outstandingMinor !== 0,
  );
  return (
    <Card title={t('client:money.title')}>
      {shown.length === 0 ? <p className={recordStyles.muted}>{t('client:money.empty')}</p> : null}
      {shown.map((sum) => (
        <table key={sum.currency} className={styles.money} aria-label={sum.currency}>
          <thead>
            <tr>
              <th scope="col">{sum.currency}</th>
              <th scope="col">{t('client:money.agreed')}</th>
              <th scope="col">{t('client:money.received')}</th>
              <th scope="col">{t('client:money.open')}</th>
            </tr>
          </thead>
          <tbody>
            {sum.projects.map((row) => (
              <tr key={row.projectId}>
                <td>
                  <button
                    type="button"
                    className={recordStyles.linkButton}
                    onClick={() => navigate({ name: 'project', projectId: row.projectId })}
                  >
                    {row.project}
                  </button>
                </td>
                <td>{format.money(row.dueMinor, sum.currency)}</td>
                <td>{format.money(row.receivedMinor, sum.currency)}</td>
                <td>{format.money(row.outstandingMinor, sum.currency)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('client:money.total')}</th>
              <td>{format.money(sum.dueMinor, sum.currency)}</td>
              <td>{format.money(sum.receivedMinor, sum.currency)}</td>
              <td>{format.money(sum.outstandingMinor, sum.currency)}</td>
            </tr>
          </tbody>
        </table>
      ))}
      {shown
        .filter(({ overdueMinor }) => overdueMinor > 0)
        .map((sum) => (
          <div key={sum.currency}>
            <Badge tone="bad">
              {t('client:money.overdue', {
                amount: format.money(sum.overdueMinor, sum.currency),
                count: sum.overdueCount,
              })}
            </Badge>
          </div>
        ))}
    </Card>
  );
}
