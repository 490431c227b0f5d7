import { useState } from 'react';
import { TextField as AriaTextField, Group, Input } from 'react-aria-components';
import { currencyDigits } from '#renderer/i18n/format.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { parseMoneyInput } from '#shared/domain/text/moneyInput.ts';
import { cx } from './classes.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldTexts } from './Field.tsx';
import { composing } from './keys.ts';

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
export function MoneyField({
  label,
  labelHidden,
  hint,
  error,
  value,
  currency,
  onChange,
  ...props
}: MoneyFieldProps) {
  const { t, format } = useI18n();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const digits = currencyDigits(currency);
  const read = draft === null ? null : parseMoneyInput(draft, digits);
  const reasons = {
    UNREADABLE: t('common:field.moneyInvalid'),
    PRECISION: t('common:field.moneyPrecision', { digits }),
    RANGE: t('common:field.moneyRange'),
  };
  const problem = error ?? (refused && read?.ok === false ? reasons[read.code] : undefined);
  const echo = read?.ok && read.minor !== null ? format.money(read.minor, currency) : null;
  const help = echo ?? hint ?? (value === null ? t('common:field.moneyExample') : undefined);
  const commit = () => {
    if (read === null) return;
    setRefused(!read.ok);
    if (!read.ok) return;
    setDraft(null);
    if (read.minor !== value) onChange(read.minor);
  };
  const box = (
    <Group
      className={styles.box ?? ''}
      isInvalid={problem !== undefined}
      isDisabled={props.disabled ?? false}
    >
      <Input
        inputMode="decimal"
        className={cx(styles.input, styles.number)}
        onKeyDown={(event) => {
          if (composing(event)) return;
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
    </Group>
  );
  return (
    <AriaTextField
      {...(labelHidden ? { 'aria-label': label } : {})}
      value={draft ?? (value === null ? '' : format.money(value, currency))}
      onChange={setDraft}
      onBlur={commit}
      isDisabled={props.disabled ?? false}
      isInvalid={problem !== undefined}
      className={styles.field ?? ''}
    >
      {labelHidden ? (
        box
      ) : (
        <FieldFrame
          label={label}
          required={props.required ?? false}
          {...(help === undefined ? {} : { hint: help })}
          error={problem}
        >
          {box}
        </FieldFrame>
      )}
    </AriaTextField>
  );
}
