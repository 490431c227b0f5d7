import { namedArgs } from '#renderer/i18n/words.ts';
import { AppError, type ErrorArgs } from '#shared/ipc/errors.ts';

/**
 * Words for a failed request: the reason when there is a text for it, because it says what to do,
 * else that of the code.
 */
export function errorText(
  error: unknown,
  t: (key: string, args: ErrorArgs) => string,
  exists: (key: string) => boolean,
): string {
  if (!(error instanceof AppError)) return t('errors:INTERNAL', {});
  const keys = [
    `register:rule.${error.reason ?? ''}`,
    `reason:${error.reason ?? ''}`,
    `errors:${error.code}`,
  ];
  const key = keys.find((candidate) => exists(candidate));
  const args = namedArgs(error.args, (entity, field) => t(`model:${entity}.fields.${field}`, {}));
  return t(key ?? 'errors:INTERNAL', args);
}
