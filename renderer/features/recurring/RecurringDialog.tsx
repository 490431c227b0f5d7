import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { errorText } from '#renderer/i18n/words.ts';
import { Banner, Button, Dialog, useToday } from '#renderer/ui/index.ts';
import { type RecurrenceRule, ruleOf } from '#shared/domain/recurring/rule.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { RuleFields } from './RuleFields.tsx';
import styles from './recurring.module.css';

export interface RecurringDialogProps {
  readonly projectId: string;
  /** A recurring task whose rule is changed; without one a new one is made. */
  readonly taskId: string | undefined;
  /** Row that the new one is put below; null: the end of the plan. */
  readonly afterId: string | null;
  readonly onClose: () => void;
}

const SHOWN = 6;

function Days({ projectId, rule }: { readonly projectId: string; readonly rule: RecurrenceRule }) {
  const { t, format } = useI18n();
  const { data, error } = useAnswer('recurring.preview', { projectId, rule });
  if (error) return <Banner tone="warn">{errorText(t, error)}</Banner>;
  if (data === undefined) return null;
  const moved = data.days.filter((day) => day.moved).length;
  const shown = data.days.slice(0, SHOWN).map(({ day }) => format.date(day));
  return (
    <div className={styles.days} aria-live="polite">
      <p>{t('recurring:count', { count: data.days.length })}</p>
      <p className={styles.quiet}>
        {shown.join(' · ')}
        {data.days.length > SHOWN ? ' …' : ''}
      </p>
      {moved > 0 ? <p className={styles.quiet}>{t('recurring:moved', { count: moved })}</p> : null}
      {data.skipped > 0 ? (
        <p className={styles.quiet}>{t('recurring:skipped', { count: data.skipped })}</p>
      ) : null}
      {data.cut ? <Banner tone="warn">{t('recurring:cut', { count: data.days.length })}</Banner> : null}
    </div>
  );
}

function Form(props: RecurringDialogProps & { readonly task: RecordOf<'task'> | null }) {
  const { t } = useI18n();
  const today = useToday();
  const { projectId, task, afterId, onClose } = props;
  const [name, setName] = useState(task?.name ?? t('recurring:example'));
  const [rule, setRule] = useState<RecurrenceRule>(
    () =>
      ruleOf(task?.recurrence) ?? {
        pattern: { kind: 'weeks', every: 1, weekdays: [1] },
        from: today,
        until: null,
        count: 12,
        duration: '2h',
        time: null,
        onDayOff: 'next',
      },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const text = name.trim();
    if (text === '') return setProblem(t('reason:BLANK'));
    try {
      if (task) await request('recurring.change', { id: task.id, name: text, rule });
      else {
        const where = afterId === null ? 'end' : 'after';
        await request('recurring.add', { projectId, place: { where, id: afterId }, name: text, rule });
      }
      onClose();
    } catch (error) {
      setProblem(errorText(t, error));
    }
  };
  return (
    <Dialog
      open
      wide
      title={t(task ? 'recurring:changeTitle' : 'recurring:newTitle')}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t(task ? 'common:verb.apply' : 'common:verb.create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RuleFields name={name} onName={setName} rule={rule} onRule={setRule} />
        <Days projectId={projectId} rule={rule} />
        {task ? <p className={styles.quiet}>{t('recurring:changeNote')}</p> : null}
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}

/** A recurring task: how often, from when to when, how long, and what happens on days off. */
export function RecurringDialog(props: RecurringDialogProps) {
  const { taskId } = props;
  const { data } = useAnswer('task.get', { id: taskId ?? '' }, taskId !== undefined);
  if (taskId !== undefined && !data) return null;
  return <Form {...props} task={data ?? null} />;
}
