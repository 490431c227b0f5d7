/** What can no longer be changed, said before somebody tries: the same rules by which the core refuses it. */
import { createContext, useContext } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Button, SealedField } from '#renderer/ui/index.ts';
import type { QueryName } from '#shared/ipc/contract.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { fieldValue } from './definition.ts';
import styles from './register.module.css';

export interface Seal {
  /** Whether a field of a record stays as it is. */
  readonly field: (entity: EntityType, field: string) => boolean;
  /** Whether records of a type are neither added nor removed. */
  readonly whole: (entity: EntityType) => boolean;
  /** Why, in a sentence. */
  readonly reason: string;
  /** Where what is wanted can be done instead. */
  readonly ways: readonly { readonly label: string; readonly onPress: () => void }[];
}

/** What is below is sealed by this; null where everything may be edited. */
export const SealContext = createContext<Seal | null>(null);

/** The seal over records of a type as a whole; null if they may come and go. */
export function useWholeSeal(entity: EntityType): Seal | null {
  const seal = useContext(SealContext);
  return seal?.whole(entity) ? seal : null;
}

/** The seal over a field; null if it may be edited. */
export function useFieldSeal(entity: EntityType, field: string): Seal | null {
  const seal = useContext(SealContext);
  return seal?.field(entity, field) ? seal : null;
}

/** The name of the record a reference points to. */
function useTargetName(target: string | undefined, value: unknown): string | null {
  const id = typeof value === 'string' ? value : '';
  const wanted = target !== undefined && id !== '';
  const channel = `${target ?? 'client'}.get` as QueryName;
  const { data } = useAnswer(channel, { id } as never, wanted);
  if (target === undefined) return null;
  const record = data as object | null | undefined;
  return record ? String(fieldValue(record, entityOf(target as EntityType).title) ?? '') : '';
}

export interface SealedEditorProps {
  readonly entity: EntityType;
  readonly field: string;
  readonly record: object;
  readonly currency: string;
  readonly seal: Seal;
}

/** The value of a sealed field, with the reason and the ways on. */
export function SealedEditor({ entity, field, record, currency, seal }: SealedEditorProps) {
  const tools = useRegisterTools();
  const definition = entityOf(entity).fields[field];
  const value = fieldValue(record, field);
  const target = useTargetName(definition?.target, value);
  const amount = definition?.kind === 'money' && typeof value === 'number';
  const text = amount ? tools.format.money(value, currency) : tools.valueText(entity, field, value);
  return (
    <SealedField
      label={tools.fieldName(entity, field as never)}
      value={target ?? text}
      lines={definition?.kind === 'longText' ? 2 : 1}
      why={
        <div className={styles.seal}>
          <p>{seal.reason}</p>
          {seal.ways.map(({ label, onPress }) => (
            <Button key={label} small onPress={onPress}>
              {label}
            </Button>
          ))}
        </div>
      }
    />
  );
}
