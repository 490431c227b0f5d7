import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { ComboBox, type Option } from '#renderer/ui/index.ts';
import type { QueryName } from '#shared/ipc/contract.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { fieldValue } from './definition.ts';
import { containsWords } from './rows.ts';
import { type RegisterScope, scopeValues, targetQuery } from './scope.ts';

export interface RefFieldProps {
  readonly label: string;
  readonly target: EntityType;
  readonly scope: RegisterScope;
  /** The record that holds the reference: its own owners narrow the choice down. */
  readonly record?: object | undefined;
  readonly value: string | null;
  readonly onSave: (value: string | null) => Promise<string | null>;
  readonly required?: boolean;
}

/** Options that are drawn at once; typing narrows them down. */
const SHOWN = 100;

type Row = Readonly<Record<string, unknown>>;

/** Records a field may point to: those of the same project, client or owner. */
function useTargets(target: EntityType, scope: RegisterScope, record: object | undefined): readonly object[] {
  const own: Row = { ...scopeValues(scope), ...(record as Row | undefined) };
  const projectId = typeof own['project_id'] === 'string' ? own['project_id'] : undefined;
  const clientKnown = typeof own['client_id'] === 'string';
  const project = useAnswer('project.get', { id: projectId ?? '' }, projectId !== undefined && !clientKnown);
  const known: Row = clientKnown ? own : { ...own, client_id: project.data?.client_id };
  const { where, keep } = targetQuery(target, known);
  const ready = clientKnown || projectId === undefined || project.data !== undefined;
  const list = `${target}.list` as QueryName;
  const { data } = useAnswer(list, { where } as never, ready);
  return ((data as readonly Row[] | undefined) ?? []).filter(keep);
}

/** A reference to another record, found by typing a part of its name. */
export function RefField(props: RefFieldProps) {
  const { label, target, value, onSave, required = false } = props;
  const records = useTargets(target, props.scope, props.record);
  const [error, setError] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const { title } = entityOf(target);
  const options: readonly Option[] = records.map((record) => {
    const no = fieldValue(record, 'no');
    return {
      id: String(fieldValue(record, 'id')),
      label: String(fieldValue(record, title) ?? ''),
      ...(typeof no === 'number' ? { detail: String(no) } : {}),
    };
  });
  const current = options.find((option) => option.id === value);
  const shown = options
    .filter((option) => typed === null || containsWords(option.label, typed))
    .slice(0, SHOWN);
  const save = async (id: string | null) => {
    setTyped(null);
    if (id === value || (id === null && required)) return;
    setError(await onSave(id));
  };
  return (
    <ComboBox
      label={label}
      options={current && !shown.includes(current) ? [current, ...shown] : shown}
      value={current ? value : null}
      inputValue={typed ?? current?.label ?? ''}
      onInputChange={(text) => {
        if (text === (current?.label ?? '')) setTyped(null);
        else setTyped(text);
        if (text === '' && value !== null) void save(null);
      }}
      defaultFilter={() => true}
      onChange={(id) => {
        if (id !== null) void save(id);
      }}
      error={error ?? undefined}
      required={required}
    />
  );
}
