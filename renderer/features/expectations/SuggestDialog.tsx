import { useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, Checkbox, Dialog, showToast } from '#renderer/ui/index.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './expectations.module.css';
import { useTellProblem } from './parts.tsx';

/** F8: what clients of the same kind turned out to expect, to take over in one step. */
export function SuggestDialog({
  projectId,
  onClose,
}: {
  readonly projectId: string;
  readonly onClose: () => void;
}) {
  const { t } = useRegisterTools();
  const { suggestions } = useReadyAnswer('expectation.suggest', { projectId });
  const adopt = useCommand('expectation.adopt');
  const tell = useTellProblem();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string, on: boolean) =>
    setChosen((now) => new Set(on ? [...now, id] : [...now].filter((other) => other !== id)));
  const submit = async () => {
    if (chosen.size === 0 || adopt.isPending) return;
    try {
      const { ids } = await adopt.mutateAsync({ projectId, ids: [...chosen] });
      showToast({ text: t('expectation:suggest.added', { count: ids.length }), tone: 'good' });
      onClose();
    } catch (error) {
      tell(error);
    }
  };
  return (
    <Dialog
      open
      wide
      title={t('expectation:suggest.title')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" isDisabled={chosen.size === 0} onPress={() => void submit()}>
            {t('expectation:suggest.add', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <p>{t(suggestions.length === 0 ? 'expectation:suggest.none' : 'expectation:suggest.intro')}</p>
      <ul className={styles.suggestions}>
        {suggestions.map((row) => (
          <li key={row.id}>
            <Checkbox
              label={row.text}
              isSelected={chosen.has(row.id)}
              onChange={(on) => toggle(row.id, on)}
            />
            <p className={styles.quiet}>
              {[
                t(row.sameClient ? 'expectation:suggest.sameClient' : 'expectation:suggest.industry'),
                t('expectation:suggest.from', { project: row.project, count: row.times }),
                row.missed ? t('expectation:suggest.missed') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
