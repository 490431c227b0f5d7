import { currencyDigits } from '#renderer/i18n/format.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { parseMoneyInput } from '#shared/domain/text/moneyInput.ts';
import type { FieldTexts } from './Field.tsx';
import { TypedField } from './TypedField.tsx';

export interface MoneyFieldProps extends FieldTexts {
  /** In the currency's smallest unit: 12,500.00 CNY is 1250000. */
  readonly value: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** Called on Enter and on leaving the field, only with an amount that was understood exactly. */
  readonly onChange: (minor: number | null) => void;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

/** An amount typed as people write it (`12.5万`); what was understood is shown below while typing. */
export function MoneyField({ currency, ...props }: MoneyFieldProps) {
  const { t, format } = useI18n();
  const digits = currencyDigits(currency);
  const reasons = {
    UNREADABLE: t('common:field.moneyInvalid'),
    PRECISION: t('common:field.moneyPrecision', { digits }),
    RANGE: t('common:field.moneyRange'),
  };
  return (
    <TypedField
      {...props}
      numeric
      example={t('common:field.moneyExample')}
      shown={(minor) => format.money(minor, currency)}
      read={(text) => {
        const read = parseMoneyInput(text, digits);
        return read.ok ? { ok: true, value: read.minor } : { ok: false, problem: reasons[read.code] };
      }}
    />
  );
}
