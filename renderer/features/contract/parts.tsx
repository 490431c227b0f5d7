/** What the tabs of the contract screen share. */
import type { Tone } from '#renderer/ui/index.ts';
import type { InstalmentRow } from '#shared/ipc/channels/money.ts';
import type { EntityType, FieldName, Patch, RecordOf } from '#shared/model/registry.ts';
import { FieldEditor, type RegisterScope, updateRecord, useRegisterTools } from '../register/public.ts';
import styles from './contract.module.css';

export type Contract = RecordOf<'contract'>;

/** What a tab is given. */
export interface SectionProps {
  readonly projectId: string;
  readonly contract: Contract;
  readonly currency: string;
  /** A record to open. */
  readonly itemId: string | undefined;
}

/** Tones of the states of an instalment. */
export const STATE_TONE: Readonly<Record<InstalmentRow['state'], Tone | 'plain'>> = {
  planned: 'plain',
  due: 'info',
  claimed: 'info',
  overdue: 'bad',
  received: 'good',
};

/** Fields of a record on a card; each saves itself. */
export function Fields<E extends EntityType>(props: {
  readonly entity: E;
  readonly record: RecordOf<E>;
  readonly fields: readonly FieldName<E>[];
  readonly wide?: readonly FieldName<E>[];
  readonly scope: RegisterScope;
  readonly currency: string;
}) {
  const { entity, record } = props;
  const tools = useRegisterTools();
  const save = async (patch: Patch<E>): Promise<string | null> => {
    try {
      await updateRecord(entity, record.id, patch);
      return null;
    } catch (error) {
      return tools.problemText(error);
    }
  };
  return (
    <div className={styles.fields}>
      {props.fields.map((field) => (
        <div key={field} className={props.wide?.includes(field) ? styles.wide : ''}>
          <FieldEditor
            entity={entity}
            field={field}
            record={record}
            scope={props.scope}
            currency={props.currency}
            save={save}
          />
        </div>
      ))}
    </div>
  );
}
