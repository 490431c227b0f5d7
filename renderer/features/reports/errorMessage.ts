import { RequestError } from '#renderer/client/wire.ts';
import type { T } from '#renderer/i18n/index.ts';

/** What the user reads about a refusal of the core. */
export function errorMessage(t: T, error: unknown): string {
  if (!(error instanceof RequestError)) return t('errors:INTERNAL');
  // The code chooses the text; its arguments are the core's.
  const translate = t as unknown as (key: string, values: object) => string;
  const text = translate(`errors:${error.code}`, { ...error.args });
  return text === error.code ? t('errors:INTERNAL') : text;
}
