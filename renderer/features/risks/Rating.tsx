import { useState } from 'react';
import { Button, Select } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools, type WidgetProps } from '../register/public.ts';
import { BandBadge } from './BandBadge.tsx';
import styles from './risks.module.css';

const DEGREES = ['1', '2', '3', '4', '5'] as const;
type Degree = (typeof DEGREES)[number];
const degreeOf = (value: number | null): Degree | null => DEGREES.find((d) => Number(d) === value) ?? null;

export interface RatingValue {
  readonly probability: number | null;
  readonly impact: number | null;
}

/** Two scales in words and the score they make. */
export function RatingFields({
  value,
  labels,
  onChange,
  error,
}: {
  readonly value: RatingValue;
  readonly labels: { readonly probability: string; readonly impact: string };
  readonly onChange: (value: RatingValue) => void;
  readonly error?: string | undefined;
}) {
  const { t } = useRegisterTools();
  return (
    <>
      <div>
        <Select
          label={labels.probability}
          options={DEGREES.map((id) => ({ id, label: t(`risk:probability.p${id}`) }))}
          value={degreeOf(value.probability)}
          placeholder={t('risk:notRated')}
          onChange={(id) => onChange({ ...value, probability: Number(id) })}
          error={error}
        />
      </div>
      <div>
        <Select
          label={labels.impact}
          options={DEGREES.map((id) => ({ id, label: t(`risk:impact.i${id}`) }))}
          value={degreeOf(value.impact)}
          placeholder={t('risk:notRated')}
          onChange={(id) => onChange({ ...value, impact: Number(id) })}
        />
      </div>
    </>
  );
}

const FIELDS = {
  initial: ['probability', 'impact'],
  residual: ['residual_probability', 'residual_impact'],
} as const;

/** K5: both degrees are one value, so the first one chosen waits for the other before it is saved. */
function Rating({ record, save, kind }: WidgetProps<'risk'> & { readonly kind: keyof typeof FIELDS }) {
  const tools = useRegisterTools();
  const [p, i] = FIELDS[kind];
  const [draft, setDraft] = useState<RatingValue | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stored: RatingValue = { probability: record[p], impact: record[i] };
  const value = draft ?? stored;
  const set = async (next: RatingValue) => {
    setDraft(next);
    if ((next.probability === null) !== (next.impact === null)) return;
    const problem = await save({ [p]: next.probability, [i]: next.impact } as Partial<RecordOf<'risk'>>);
    setError(problem);
    setDraft(null);
  };
  const half = (value.probability === null) !== (value.impact === null);
  return (
    <div className={styles.rating}>
      <RatingFields
        value={value}
        labels={{ probability: tools.fieldName('risk', p), impact: tools.fieldName('risk', i) }}
        onChange={(next) => void set(next)}
        error={error ?? undefined}
      />
      <div className={styles.ratingResult} role="status">
        {half ? tools.t('reason:SCORE_INCOMPLETE') : <BandBadge {...value} />}
        {stored.probability === null ? null : (
          <Button small look="link" onPress={() => void set({ probability: null, impact: null })}>
            {tools.t('risk:clearRating')}
          </Button>
        )}
      </div>
    </div>
  );
}

export function InitialRating(props: WidgetProps<'risk'>) {
  return <Rating {...props} kind="initial" />;
}

export function ResidualRating(props: WidgetProps<'risk'>) {
  return <Rating {...props} kind="residual" />;
}
