import type { Say } from '#shared/domain/report/phrases.ts';
import type { T } from '../i18n/index.ts';

/** The texts of the namespace `report` as the report's own code asks for them. */
export function sayWith(t: T): Say {
  // Keys are put together from states and kinds there; a test walks all of them.
  const translate = t as unknown as (key: string, values?: object) => string;
  return (key, values) => translate(`report:${key}`, values);
}
