import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { type Option, Select, showToast } from '#renderer/ui/index.ts';

const NONE = '';

export interface ScopeFieldProps {
  readonly projectId: string;
  readonly taskId: string;
  readonly value: string | null;
  /** The choice of a summary goes to all the work below it. */
  readonly summary: boolean;
}

/** H2: the scope item a task belongs to. Not shown while the project has no scope. */
export function ScopeField({ projectId, taskId, value, summary }: ScopeFieldProps) {
  const { t } = useI18n();
  const items = useAnswer('scope.get', { projectId }).data?.items ?? [];
  if (items.length === 0) return null;
  const options: readonly Option[] = [
    { id: NONE, label: t('scope:none') },
    ...items.map(({ id, text, side }) => ({
      id,
      label: text,
      ...(side === 'out' ? { detail: t('model:scope_item.enums.side.out') } : {}),
    })),
  ];
  const known = items.find((item) => item.id === value);
  const assign = async (id: string) => {
    try {
      await request('scope.assign', { taskIds: [taskId], scopeItemId: id === NONE ? null : id });
    } catch (error) {
      showToast({ text: errorText(t, error), tone: 'bad' });
    }
  };
  return (
    <Select
      label={t('model:task.fields.scope_item_id')}
      options={options}
      value={known?.id ?? NONE}
      onChange={(id) => void assign(id)}
      {...(summary ? { hint: t('scope:summaryHint') } : {})}
      {...(known?.side === 'out' ? { error: t('scope:outsideWarning') } : {})}
    />
  );
}
