import { useState } from 'react';
import { useCommand } from '#renderer/client/hooks.ts';
import { Button, Checkbox, Dialog, showToast } from '#renderer/ui/index.ts';
import { type ChecklistKey, RISK_CHECKLIST } from '#shared/domain/risk/checklist.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './risks.module.css';

/** K1, K4: the typical risks to tick off at the start; all chosen ones join the register in one step. */
export function ChecklistDialog({
  projectId,
  risks,
  onClose,
}: {
  readonly projectId: string;
  readonly risks: readonly RecordOf<'risk'>[];
  readonly onClose: () => void;
}) {
  const tools = useRegisterTools();
  const { t, locale } = tools;
  const command = useCommand('risk.addFromChecklist');
  const [chosen, setChosen] = useState<ReadonlySet<ChecklistKey>>(new Set());
  const present = new Set(risks.map((risk) => risk.title));
  const toggle = (key: ChecklistKey, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, key] : [...now].filter((other) => other !== key)));
  const submit = async () => {
    if (chosen.size === 0 || command.isPending) return;
    try {
      const { ids } = await command.mutateAsync({
        project_id: projectId,
        keys: [...chosen],
        language: locale,
      });
      showToast({ text: t('risk:checklistDialog.added', { count: ids.length }), tone: 'good' });
      onClose();
    } catch (error) {
      showToast({ text: tools.problemText(error), tone: 'bad' });
    }
  };
  return (
    <Dialog
      open
      wide
      title={t('risk:checklistDialog.title')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" isDisabled={chosen.size === 0} onPress={() => void submit()}>
            {t('risk:checklistDialog.add', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <p>{t('risk:checklistDialog.intro')}</p>
      <ul className={styles.checklist}>
        {RISK_CHECKLIST.map(({ key, category }) => {
          const title = t(`risk:checklist.${key}.title`);
          const known = present.has(title);
          return (
            <li key={key}>
              <Checkbox label={title} isSelected={chosen.has(key)} onChange={(on) => toggle(key, on)} />
              <p className={styles.quiet}>
                {tools.valueName('risk', 'category', category)} · {t(`risk:checklist.${key}.event`)} →{' '}
                {t(`risk:checklist.${key}.effect`)}
                {known ? ` · ${t('risk:checklistDialog.already')}` : null}
              </p>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
