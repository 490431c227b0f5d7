import { useCommand } from '#renderer/client/hooks.ts';
import { ConfirmDialog, showToast } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import { useRiskData } from './riskData.ts';

/** K12: asks once, because an issue appears and the plan starts; one undo takes all of it back. */
export function OccurDialog({
  risk,
  onClose,
  onOpenIssue,
}: {
  readonly risk: RecordOf<'risk'>;
  readonly onClose: () => void;
  readonly onOpenIssue: (id: string) => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const command = useCommand('risk.occur');
  const plan = useRiskData()
    .actionsOf(risk.id)
    .filter((action) => action.kind === 'contingency' && action.status === 'open').length;
  const confirm = async () => {
    try {
      const { issue_id, activated } = await command.mutateAsync({ id: risk.id });
      showToast({
        text: t('risk:occur.done', { count: activated }),
        tone: 'good',
        action: { label: t('risk:occur.openIssue'), onPress: () => onOpenIssue(issue_id) },
      });
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('risk:occur.title', { name: risk.title })}
      message={plan === 0 ? t('risk:occur.messageNone') : t('risk:occur.message', { count: plan })}
      action={t('risk:occur.confirm')}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    />
  );
}
