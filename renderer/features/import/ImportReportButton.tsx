import { FileSearch } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Dialog, IconButton, Spinner } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { ImportReportView } from './ImportReportView.tsx';

/** Leads to the report of the import that made a project; nothing for projects that were made here. */
export function ImportReportButton({ project }: { readonly project: RecordOf<'project'> }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  if (project.source?.['report'] === undefined) return null;
  const close = () => setOpen(false);
  return (
    <>
      <IconButton label={t('import:reportTitle')} icon={<FileSearch />} onPress={() => setOpen(true)} />
      <Dialog
        open={open}
        wide
        title={t('import:reportTitle')}
        onClose={close}
        actions={<Button onPress={close}>{t('common:verb.close')}</Button>}
      >
        <Suspense fallback={<Spinner />}>
          <ImportReportView projectId={project.id} />
        </Suspense>
      </Dialog>
    </>
  );
}
