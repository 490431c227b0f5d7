import { Download } from 'lucide-react';
import { useCommand } from '#renderer/client/hooks.ts';
import { runTask } from '#renderer/client/wire.ts';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { IconButton, Menu, showToast } from '#renderer/ui/index.ts';

/** Takes a list out as it is shown: for spreadsheet programs, or on paper. The first row of the cells is the head. */
export function SaveMenu(props: {
  readonly name: string;
  readonly cells: () => readonly (readonly string[])[];
}) {
  const { t, locale, problemText } = useRegisterTools();
  const saveTable = useCommand('tracking.saveTable');
  const guarded = async (act: () => Promise<{ readonly name: string } | null>) => {
    try {
      const saved = await act();
      if (saved) showToast({ text: t('tracking:saved', { name: saved.name }), tone: 'good' });
    } catch (error) {
      showToast({ text: problemText(error), tone: 'bad' });
    }
  };
  const csv = () =>
    guarded(() => saveTable.mutateAsync({ name: props.name, cells: props.cells().map((row) => [...row]) }));
  const pdf = () =>
    guarded(() => {
      const [heads = [], ...rows] = props.cells();
      const group = { title: '', heads: [...heads], rows: rows.map((row) => [...row]) };
      const list = {
        kind: 'list' as const,
        language: locale,
        title: props.name,
        subtitle: '',
        groups: [group],
      };
      return runTask('tracking.savePdf', { list });
    });
  const label = t('register:saveList');
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={<Download />} />}
      entries={[
        { id: 'csv', label: t('register:saveCsv'), onAction: () => void csv() },
        { id: 'pdf', label: t('register:savePdf'), onAction: () => void pdf() },
      ]}
    />
  );
}
