import { currencyDigits } from '#renderer/i18n/format.ts';
import { quickAmount } from '#shared/domain/contract/quick.ts';
import { type RegisterDefinition, simpleRegister } from '../register/public.ts';

/** D4, MS-12: money and days beyond the contract; they count when the client has agreed. */
export function feeDefinition(contractId: string, currency: string): RegisterDefinition<'extra_fee'> {
  const simple = simpleRegister('extra_fee', {
    columns: [
      'text',
      'kind',
      {
        id: 'amount',
        field: 'amount_minor',
        width: 130,
        align: 'end',
        text: (record, { format }) => format.money(record.amount_minor, currency),
      },
      'extension_days',
      'raised_on',
      {
        id: 'state',
        header: ({ t }) => t('contract:money.feeState'),
        width: 130,
        text: (record, { t }) =>
          record.approved_on === null
            ? t('contract:money.feeOpen')
            : `${t('contract:money.feeApproved')} ${record.approved_on}`,
        sortKey: (record) => record.approved_on,
      },
    ],
    sections: [
      { id: 'what', items: ['text', 'kind', 'raised_on'] },
      {
        id: 'terms',
        title: ({ t }) => t('contract:money.feeTerms'),
        items: [
          'amount_minor',
          'approved_on',
          'payment_stage_id',
          'extension_days',
          'task_id',
          'adjustment_id',
        ],
      },
    ],
    filters: ['kind'],
    quickLabel: ({ t }) => t('contract:money.feeQuick'),
    empty: ({ t }) => t('contract:money.feeEmpty'),
    sort: { column: 'raised_on', descending: true },
    currency,
  });
  return {
    ...simple,
    quickAdd: (line, _projectId, { today }) => {
      const { name, amountMinor } = quickAmount(line, currencyDigits(currency));
      return { contract_id: contractId, text: name, amount_minor: amountMinor ?? 0, raised_on: today };
    },
  };
}
