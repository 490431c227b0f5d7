import type { LostFile } from '#shared/ipc/channels/app.ts';
import type { T } from '../i18n/index.ts';

/** Named one by one; of more, the count says how many there are. */
const NAMED = 5;

/** Names what a backup does not have, under the names the user gave. */
export function lostFilesText(
  t: T,
  key: 'shell:backup.incomplete' | 'shell:backup.restoredIncomplete',
  missing: readonly LostFile[],
): string {
  const names = missing.slice(0, NAMED).map(({ title }) => t('shell:backup.file', { title }));
  const list = names.join(t('shell:backup.and'));
  return t(key, { count: missing.length, names: missing.length > NAMED ? `${list} …` : list });
}
