import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, Dialog, Switch, showToast } from '#renderer/ui/index.ts';
import type { Module, ModuleReason } from '#shared/domain/project/modules.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './stages.module.css';

const REASON = {
  kind: 'stage:reasonKind',
  records: 'stage:reasonRecords',
  chosen: 'stage:reasonChosen',
} as const satisfies Readonly<Record<ModuleReason, string>>;

/** Demand 30: which modules of a project show. */
export function ModulesDialog({
  projectId,
  onClose,
}: {
  readonly projectId: string;
  readonly onClose: () => void;
}) {
  const { t, problemText } = useRegisterTools();
  const modules = useReadyAnswer('project.modules', { projectId });
  const nameOf = (id: Module) => (t as unknown as (key: string) => string)(`shell:nav.${id}`);
  const command = useCommand('project.setModule');
  const set = (module: Module, shown: boolean | null) =>
    void command
      .mutateAsync({ projectId, module, shown })
      .catch((error: unknown) => showToast({ tone: 'bad', text: problemText(error) }));
  return (
    <Dialog
      open
      title={t('stage:modules')}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('common:verb.close')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('stage:modulesHint')}</p>
        <ul className={styles.checks}>
          {modules.map(({ id, shown, reason }) => (
            <li key={id} className={styles.module}>
              <Switch label={nameOf(id)} isSelected={shown} onChange={(next) => set(id, next)} />
              <span className={styles.quiet}>{t(REASON[reason])}</span>
              {reason === 'chosen' ? (
                <Button
                  look="link"
                  aria-label={`${t('stage:resetModule')}: ${nameOf(id)}`}
                  onPress={() => set(id, null)}
                >
                  {t('stage:resetModule')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
