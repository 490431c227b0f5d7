import type { T } from '#renderer/i18n/index.ts';

type Args = Readonly<Record<string, string | number>>;

interface Failure {
  readonly code: string;
  readonly args: Args;
  readonly reason?: string | undefined;
}

const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && error !== null && 'code' in error && 'args' in error;

/** What is wrong with the file or the import, and what to do about it. */
export function failureText(t: T, error: unknown): string {
  // Keys that are put together from codes; a test of the catalogues proves that each has its text.
  const lookup = t as unknown as (key: string, args?: Args) => string;
  if (!isFailure(error)) return t('errors:INTERNAL');
  if (error.code === 'CONTACTS_REFUSED' && error.reason !== undefined && error.reason !== 'BINARY')
    return lookup(`tableImport:refusal.${error.reason}`, error.args);
  return lookup(`errors:${error.code}`, error.args);
}

/** Endings of files that hold contacts and nothing else. */
export const isContactFile = (name: string): boolean => /\.(?:vcf|vcard)$/i.test(name);
