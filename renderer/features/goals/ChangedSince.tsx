import { FileWarning } from 'lucide-react';
import { Badge } from '#renderer/ui/index.ts';
import { changedSinceSigning, type SignedType } from '#shared/domain/agreement/signed.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './goals.module.css';

/** Names of the fields that no longer say what was signed; empty if all do or it was never signed. */
export function useChangedFields<T extends SignedType>(type: T, record: RecordOf<T>): readonly string[] {
  const { fieldName } = useRegisterTools();
  const changed = changedSinceSigning(type, record as never) ?? [];
  return changed.map((field) => fieldName(type, field as never));
}

/** MS-3 (b): says that a signed record was edited, and where; the signed version stays what it was. */
export function ChangedNote<T extends SignedType>({
  type,
  record,
}: {
  readonly type: T;
  readonly record: RecordOf<T>;
}) {
  const { t } = useRegisterTools();
  const fields = useChangedFields(type, record);
  if (fields.length === 0) return null;
  return (
    <p className={styles.warn} role="note">
      {t('agreement:changedFields', { fields: fields.join(', ') })}
    </p>
  );
}

export function ChangedBadge() {
  const { t } = useRegisterTools();
  return (
    <Badge tone="warn" icon={<FileWarning aria-hidden="true" />}>
      {t('agreement:changed')}
    </Badge>
  );
}
