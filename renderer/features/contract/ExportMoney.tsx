import { Download } from 'lucide-react';
import { runTask } from '#renderer/client/wire.ts';
import { Button, Menu, type MenuEntry, showToast } from '#renderer/ui/index.ts';
import { MONEY_TABLES } from '#shared/ipc/channels/money.ts';
import { useRegisterTools } from '../register/public.ts';

/** E2–E4: payment plan, receipts and costs as files for spreadsheet programs. */
export function ExportMoney({ projectId }: { readonly projectId: string }) {
  const tools = useRegisterTools();
  const { t, locale } = tools;
  const save = async (what: (typeof MONEY_TABLES)[number], format: 'csv' | 'xlsx') => {
    try {
      const saved = await runTask('money.export', { projectId, what, format, language: locale });
      if (saved) showToast({ text: t('contract:exports.saved', { name: saved.name }), tone: 'good' });
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
  };
  const entries: readonly MenuEntry[] = MONEY_TABLES.flatMap((what, index) =>
    (['xlsx', 'csv'] as const).map((format) => ({
      id: `${what}.${format}`,
      label: t(`contract:exports.${format}`, { what: t(`contract:exports.${what}`) }),
      ...(index > 0 && format === 'xlsx' ? { startsGroup: true } : {}),
      onAction: () => void save(what, format),
    })),
  );
  const label = t('contract:exports.menu');
  return (
    <Menu
      label={label}
      trigger={<Button icon={<Download aria-hidden="true" />}>{label}</Button>}
      entries={entries}
    />
  );
}
