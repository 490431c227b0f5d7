/** What a form field needs to know of the record it belongs to: the same for stored and for new records. */
import { useCallback, useState } from 'react';
import type { EntityType, Patch, RecordOf } from '#shared/model/registry.ts';
import { entityOf } from '#shared/model/registry.ts';
import { request } from '../client/wire.ts';
import { useI18n } from '../i18n/index.ts';
import { errorField, errorText } from '../i18n/words.ts';
import { showToast } from '../ui/index.ts';

export interface Editor {
  readonly type: EntityType;
  readonly values: Readonly<Record<string, unknown>>;
  /** Message below a field, by field name. */
  readonly errors: Readonly<Record<string, string>>;
  /** True while nothing is stored yet: values follow every key. Else they are committed on leaving a field. */
  readonly live: boolean;
  /** Takes a value; resolves with whether it was accepted. */
  set(field: string, value: unknown): Promise<boolean>;
}

const without = (errors: Readonly<Record<string, string>>, field: string): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field));

/** Edits a stored record in place: each value becomes one undoable change as soon as it is complete. */
export function useRecordEditor<T extends EntityType>(type: T, record: RecordOf<T>): Editor {
  const { t } = useI18n();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { id } = record;
  const set = useCallback(
    async (field: string, value: unknown): Promise<boolean> => {
      const definition = entityOf(type).fields[field];
      if (definition && !definition.nullable && (value === null || value === '')) {
        setErrors((all) => ({ ...all, [field]: t('reason:BLANK') }));
        return false;
      }
      const patch = { [field]: value } as Patch<T>;
      try {
        await request(`${type}.update` as 'client.update', { id, patch } as never);
        setErrors({});
        return true;
      } catch (error) {
        const place = errorField(error);
        const text = errorText(t, error);
        if (place !== null && place in entityOf(type).fields)
          setErrors((all) => ({ ...without(all, field), [place]: text }));
        else showToast({ tone: 'bad', text });
        return false;
      }
    },
    [type, id, t],
  );
  return { type, values: record as unknown as Record<string, unknown>, errors, live: false, set };
}

export interface DraftEditor extends Editor {
  /** Marks the fields that an error of the core names; returns a text for errors that name none. */
  fail(error: unknown): string | null;
  /** Marks required fields that are empty; true if none is. */
  complete(fields: readonly string[]): boolean;
}

/** Edits a record that does not exist yet. */
export function useDraftEditor(type: EntityType, initial: Readonly<Record<string, unknown>>): DraftEditor {
  const { t } = useI18n();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  return {
    type,
    values,
    errors,
    live: true,
    set: async (field, value) => {
      setValues((all) => ({ ...all, [field]: value }));
      setErrors((all) => without(all, field));
      return true;
    },
    fail: (error) => {
      const place = errorField(error);
      const text = errorText(t, error);
      if (place === null || !(place in entityOf(type).fields)) return text;
      setErrors({ [place]: text });
      return null;
    },
    complete: (fields) => {
      const missing = fields.filter((field) => String(values[field] ?? '').trim() === '');
      setErrors(Object.fromEntries(missing.map((field) => [field, t('reason:BLANK')])));
      return missing.length === 0;
    },
  };
}
