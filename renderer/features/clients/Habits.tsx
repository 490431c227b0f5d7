import type { ClientHabits } from '#shared/ipc/channels/client.ts';
import { useReadyAnswer } from '../../client/hooks.ts';
import { useI18n } from '../../i18n/index.ts';
import { valueName } from '../../i18n/words.ts';
import recordStyles from '../../records/records.module.css';
import { Card } from '../../ui/index.ts';
import styles from './clients.module.css';

type Rows = readonly { readonly count: number }[];

/** Each habit in a line; those nobody knows yet are empty. */
function useLines(habits: ClientHabits): readonly (readonly [string, string])[] {
  const { t, format } = useI18n();
  const { bought, changes, adjustments, said, channels, hours } = habits;
  const share = (count: number, rows: Rows) =>
    format.percent(
      count /
        Math.max(
          1,
          rows.reduce((sum, row) => sum + row.count, 0),
        ),
    );
  return [
    [
      t('client:habit.bought'),
      bought
        .map(({ kind, projects, contractMinor, currency }) =>
          t('client:habit.boughtLine', {
            kind: valueName(t, 'project', 'kind', kind),
            count: projects,
            amount: format.money(contractMinor, currency),
          }),
        )
        .join('; '),
    ],
    [
      t('client:habit.changes'),
      [
        ...changes.map(({ count, amountMinor, currency }) =>
          t('client:habit.changeLine', { count, amount: format.money(amountMinor, currency) }),
        ),
        ...(adjustments > 0 ? [t('client:habit.adjustments', { count: adjustments })] : []),
      ].join('; '),
    ],
    [
      t('client:habit.said'),
      said
        .map(({ sort, count }) =>
          t('client:habit.line', {
            name: sort === null ? t('client:habit.unsorted') : valueName(t, 'feedback', 'sort', sort),
            count,
          }),
        )
        .join('; '),
    ],
    [
      t('client:habit.channels'),
      channels
        .slice(0, 3)
        .map(
          ({ channel, count }) => `${valueName(t, 'comm_log', 'channel', channel)} ${share(count, channels)}`,
        )
        .join(' · '),
    ],
    [
      t('client:habit.hours'),
      hours.map(({ part, count }) => `${t(`client:habit.part.${part}`)} ${share(count, hours)}`).join(' · '),
    ],
  ];
}

/** B6: what they buy, change, complain about, how fast they pay and how they come to us. */
export function Habits({ clientId }: { readonly clientId: string }) {
  const { t, format } = useI18n();
  const habits = useReadyAnswer('client.habits', { clientId });
  const { meanDays, lateShare } = habits.paid;
  const days = meanDays === null ? null : Math.round(meanDays);
  const paid =
    days === null
      ? ''
      : t(days > 0 ? 'client:habit.paidLate' : 'client:habit.paidEarly', {
          count: Math.abs(days),
          share: format.percent(lateShare ?? 0),
        });
  const lines: readonly (readonly [string, string])[] = [...useLines(habits), [t('client:habit.paid'), paid]];
  const known = lines.filter(([, text]) => text !== '');
  return (
    <Card title={t('client:habit.title')}>
      {known.length === 0 ? (
        <p className={recordStyles.muted}>{t('client:habit.empty')}</p>
      ) : (
        <dl className={styles.terms}>
          {known.flatMap(([name, text]) => [
            <dt key={name}>{name}</dt>,
            <dd key={`${name} text`}>{text}</dd>,
          ])}
        </dl>
      )}
    </Card>
  );
}
