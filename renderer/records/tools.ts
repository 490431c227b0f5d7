import { useMemo } from 'react';
import { type I18nTools, useI18n } from '#renderer/i18n/index.ts';
import { errorText, insideSentence } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/ui/index.ts';
import type { ErrorArgs } from '#shared/ipc/errors.ts';
import { type EntityType, entityOf, type FieldName } from '#shared/model/registry.ts';

/** Language, day and the names of the model: what columns, filters and fields are drawn with. */
export interface RegisterTools extends I18nTools {
  readonly today: string;
  readonly entityName: (entity: EntityType) => string;
  /** The same as it stands inside a sentence. */
  readonly entityWord: (entity: EntityType) => string;
  readonly fieldName: <E extends EntityType>(entity: E, field: FieldName<E>) => string;
  readonly valueName: (entity: EntityType, field: string, value: string) => string;
  /** A value of a field as people read it; empty for null. */
  readonly valueText: (entity: EntityType, field: string, value: unknown) => string;
  /** What a failed request tells the user. */
  readonly problemText: (error: unknown) => string;
}

/** Keys that are put together from the model cannot be checked one by one; a test of the catalogues does that. */
type DynamicT = (key: string, args?: ErrorArgs) => string;

export function useRegisterTools(): RegisterTools {
  const { t, locale, format } = useI18n();
  const today = useToday();
  return useMemo(() => {
    const dynamic = t as unknown as DynamicT;
    const valueName = (entity: EntityType, field: string, value: string): string =>
      dynamic(`model:${entity}.enums.${field}.${value}`);
    return {
      t,
      locale,
      format,
      today,
      entityName: (entity) => dynamic(`model:${entity}.name`),
      entityWord: (entity) => insideSentence(dynamic(`model:${entity}.name`)),
      fieldName: (entity, field) => dynamic(`model:${entity}.fields.${field}`),
      valueName,
      valueText: (entity, field, value) => {
        if (value === null || value === undefined) return '';
        const definition = entityOf(entity).fields[field];
        if (definition?.kind === 'enum') return valueName(entity, field, String(value));
        if (typeof value === 'boolean') return t(value ? 'register:yes' : 'register:no');
        if (definition?.kind === 'date') return format.plainDate(String(value));
        return String(value);
      },
      problemText: (error) => errorText(t, error),
    };
  }, [t, locale, format, today]);
}
