import { FilePlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, Menu } from '#renderer/ui/index.ts';
import type { DocumentKind } from '#shared/domain/documents/content.ts';

const DocumentDialog = lazy(async () => ({ default: (await import('./DocumentDialog.tsx')).DocumentDialog }));

/** Documents about the project as a whole, in the order of its life. The others begin where their subject is. */
const OF_PROJECT = [
  'requirements',
  'expectation',
  'goals',
  'charter',
  'scope',
  'schedule',
  'comm_plan',
] as const satisfies readonly DocumentKind[];

/** Starts one of the documents that are about the project. */
export function NewDocument({ projectId }: { readonly projectId: string }) {
  const { t, locale } = useI18n();
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const project = useReadyAnswer('project.get', { id: projectId });
  const client = useReadyAnswer('client.get', { id: project?.client_id ?? projectId });
  return (
    <>
      <Menu
        label={t('document:screen.new')}
        trigger={
          <Button look="primary" icon={<FilePlus />}>
            {t('document:screen.new')}
          </Button>
        }
        entries={OF_PROJECT.map((id) => ({
          id,
          label: t(`model:document.enums.kind.${id}`),
          onAction: () => setKind(id),
        }))}
      />
      {kind === null ? null : (
        <Suspense fallback={null}>
          <DocumentDialog
            kind={kind}
            subjectId={projectId}
            language={client?.language ?? locale}
            audience="client"
            onClose={() => setKind(null)}
          />
        </Suspense>
      )}
    </>
  );
}
