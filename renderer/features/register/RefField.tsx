import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { ComboBox, type Option } from '#renderer/ui/index.ts';
import type { QueryName } from '#shared/ipc/contract.ts';
import { type EntityType, entityOf } from '#shared/model/registry.ts';
import { fieldValue } from './definition.ts';
import { containsWords } from './rows.ts';

export interface RefFieldProps {
  readonly label: string;
  readonly target: EntityType;
  readonly projectId: string;
  readonly value: string | null;
  readonly onSave: (value: string | null) => Promise<string | null>;
  readonly required?: boolean;
}

/** Options that are drawn at once; typing narrows them down. */
const SHOWN = 100;

/** Records a field of this project may point to: those of the project, or of its client. */
function useTargets(target: EntityType, projectId: string): readonly object[] {
  const { fields } = entityOf(target);
  const project = useAnswer('project.get', { id: projectId });
  const clientId = project.data?.client_id;
  const where = fields['project_id'] ? { project_id: projectId } : { client_id: clientId ?? null };
  const ready = Boolean(fields['project_id']) || (Boolean(fields['client_id']) && clientId !== undefined);
  const list = `${target}.list` as QueryName;
  const { data } = useAnswer(list, { where } as never, ready);
  return (data as readonly object[] | undefined) ?? [];
}

/** A reference to another record, found by typing a part of its name. */
export function RefField({ label, target, projectId, value, onSave, required = false }: RefFieldProps) {
  const records = useTargets(target, projectId);
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
