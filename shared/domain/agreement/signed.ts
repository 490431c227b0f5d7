/** What of a record its signature covers, and what has been changed since. */
import { canonicalJson } from '#shared/model/canonical.ts';
import { SMART_FIELDS } from './smart.ts';

/** Fields that were on the paper; notes, links and progress may go on after signing. */
export const SIGNED_FIELDS = {
  goal: ['title', 'aspect', ...SMART_FIELDS, 'due_on', 'target_value', 'unit', 'client_text', 'status'],
  charter: ['purpose', 'background', 'scope', 'time', 'cost', 'quality', 'assumptions', 'success'],
  adjustment: [
    'title',
    'trigger',
    'reason',
    'before',
    'after',
    'impact_cost_minor',
    'impact_days',
    'impact_resource',
    'adjusts',
    'new_due_on',
    'new_target_value',
    'client_text',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SignedType = keyof typeof SIGNED_FIELDS;

type Row = Readonly<Record<string, unknown>>;

/** A goal that is reached or missed says the same as when it was signed. */
const boundValue = (record: Row, field: string): unknown =>
  field === 'status' ? record[field] === 'withdrawn' : (record[field] ?? null);

/** What is kept with a record when both sides have signed: its words as they stood. */
export function signedCopy(type: SignedType, record: object): Record<string, unknown> {
  return Object.fromEntries(SIGNED_FIELDS[type].map((field) => [field, boundValue(record as Row, field)]));
}

/** Fields that no longer say what was signed, in their order; null if the record was never signed. */
export function changedSinceSigning(
  type: SignedType,
  record: { readonly signed_as: Row | null },
): readonly string[] | null {
  const { signed_as: signed } = record;
  if (signed === null) return null;
  return SIGNED_FIELDS[type].filter(
    (field) =>
      canonicalJson(signed[field] ?? null) !== canonicalJson(boundValue(record as unknown as Row, field)),
  );
}
