import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Banner, Button, Dialog, showToast, useToday } from '#renderer/ui/index.ts';
import { addDays } from '#shared/domain/deadline/dates.ts';
import type { PlanAnchor } from '#shared/ipc/channels/template.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { AnchorFields, Outcome } from './AnchorFields.tsx';
import styles from './templates.module.css';

export interface PlanFromDialogProps {
  readonly projectId: string;
  readonly onClose: () => void;
}

/** Days; a deadline to begin with where the project has none. */
const QUARTER = 90;

function Form({ project, onClose }: { readonly project: RecordOf<'project'>; readonly onClose: () => void }) {
  const { t } = useI18n();
  const today = useToday();
  const [anchor, setAnchor] = useState<PlanAnchor>({
    from: 'finish',
    on: project.finish_on ?? addDays(today, QUARTER),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const kept = project.scheduling === 'kept';
  const preview = useAnswer('template.planFromPreview', { projectId: project.id, anchor }, !kept);
  const apply = async () => {
    try {
      const { effect } = await request('template.planFrom', { projectId: project.id, anchor });
      onClose();
      showToast({ text: t('template:planned', { count: effect.moved }), tone: 'good' });
    } catch (error) {
      setProblem(errorText(t, error));
    }
  };
  const change = (next: PlanAnchor) => {
    setProblem(null);
    setAnchor(next);
  };
  return (
    <Dialog
      open
      title={t('template:planTitle')}
      onClose={onClose}
      onSubmit={() => void apply()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" isDisabled={kept} onPress={() => void apply()}>
            {t('template:plan')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <AnchorFields value={anchor} onChange={change} />
        {kept ? <Banner tone="warn">{t('reason:PLAN_KEPT')}</Banner> : <Outcome ends={preview.data} />}
        <p className={styles.quiet}>
          {t(anchor.from === 'finish' ? 'template:planNoteFinish' : 'template:planNoteStart')}
        </p>
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}

/** “Must be finished by …”: when the work has to begin, and whether that day is gone already. */
export function PlanFromDialog({ projectId, onClose }: PlanFromDialogProps) {
  const project = useAnswer('project.get', { id: projectId }).data ?? null;
  return project === null ? null : <Form project={project} onClose={onClose} />;
}
