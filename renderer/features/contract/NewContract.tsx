import { CreateDialog } from '#renderer/records/CreateDialog.tsx';
import { useDraftEditor } from '#renderer/records/editor.ts';
import { RecordField } from '#renderer/records/RecordField.tsx';
import type { CreateInput } from '#shared/model/registry.ts';
import { createRecord, useRegisterTools } from '../register/public.ts';

/** Asks for the name of a contract and whom it is with; the rest is entered on its tabs. */
export function NewContract(props: {
  readonly projectId: string;
  readonly currency: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}) {
  const { t } = useRegisterTools();
  const editor = useDraftEditor('contract', {
    title: props.title,
    direction: 'upstream',
    code: null,
    total_minor: null,
  });
  const create = async () => {
    const typed = Object.fromEntries(Object.entries(editor.values).filter(([, value]) => value !== null));
    const values = { project_id: props.projectId, ...typed } as unknown as CreateInput<'contract'>;
    props.onCreated(await createRecord('contract', values));
  };
  return (
    <CreateDialog
      title={t('contract:add')}
      verb={t('common:verb.add')}
      editor={editor}
      needs={['title']}
      create={create}
      onClose={props.onClose}
    >
      <RecordField editor={editor} field="title" autoFocus />
      <RecordField editor={editor} field="direction" />
      <RecordField editor={editor} field="code" />
      <RecordField editor={editor} field="total_minor" currency={props.currency} />
    </CreateDialog>
  );
}
