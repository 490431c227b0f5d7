/** Files that the core writes where the user says: the plan as a list, and the template. */
import { isCancelled, request, runTask } from '#renderer/client/wire.ts';
import type { T } from '#renderer/i18n/index.ts';
import { showToast } from '#renderer/ui/index.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { failureText } from '../importFrame/public.ts';

type Format = 'xlsx' | 'csv';

async function tell(t: T, saved: Promise<{ readonly name: string } | null>): Promise<void> {
  try {
    const file = await saved;
    if (file) showToast({ tone: 'good', text: t('tableImport:saved', { name: file.name }) });
  } catch (error) {
    if (!isCancelled(error)) showToast({ tone: 'bad', text: failureText(t, error) });
  }
}

/** Saves the tasks of a project as a spreadsheet in the language of the window. */
export const exportTaskList = (t: T, projectId: string, language: Locale, format: Format): Promise<void> =>
  tell(t, runTask('table.export', { projectId, language, format }));

export const saveTemplate = (t: T, language: Locale, format: Format): Promise<void> =>
  tell(t, request('table.template', { language, format }));
