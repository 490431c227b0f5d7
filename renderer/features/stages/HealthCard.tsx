import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Button, Card, Dialog, NumberField, showToast, TextField, useToday } from '#renderer/ui/index.ts';
import { HEALTH_ELEMENTS, type HealthElement } from '#shared/domain/project/intake.ts';
import { createRecord, useRegisterTools } from '../register/public.ts';
import styles from './stages.module.css';

type Scores = Readonly<Record<HealthElement, number | null>>;

function JudgeDialog(props: {
  readonly projectId: string;
  readonly suggested: Scores;
  readonly before: Scores;
  readonly onClose: () => void;
}) {
  const { projectId, suggested, onClose } = props;
  const tools = useRegisterTools();
  const { t } = tools;
  const today = useToday();
  const [scores, setScores] = useState<Scores>(
    () =>
      Object.fromEntries(
        HEALTH_ELEMENTS.map((element) => [element, suggested[element] ?? props.before[element]]),
      ) as Scores,
  );
  const [note, setNote] = useState('');
  const submit = async () => {
    try {
      await createRecord('health_snapshot', {
        project_id: projectId,
        taken_on: today,
        ...scores,
        note: note.trim() || null,
      });
      onClose();
    } catch (error) {
      showToast({ tone: 'bad', text: tools.problemText(error) });
    }
  };
  return (
    <Dialog
      open
      title={t('stage:health')}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:verb.cancel')}</Button>
          <Button look="primary" onPress={() => void submit()}>
            {t('common:verb.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{t('stage:judgeHint')}</p>
        <div className={styles.fields}>
          {HEALTH_ELEMENTS.map((element) => {
            const value = suggested[element];
            return (
              <NumberField
                key={element}
                label={tools.fieldName('health_snapshot', element)}
                {...(value === null ? {} : { hint: t('stage:suggested', { value }) })}
                value={scores[element] ?? Number.NaN}
                minValue={1}
                maxValue={5}
                step={1}
                onChange={(next) =>
                  setScores((now) => ({ ...now, [element]: Number.isNaN(next) ? null : next }))
                }
              />
            );
          })}
        </div>
        <TextField
          label={tools.fieldName('health_snapshot', 'note')}
          value={note}
          onChange={setNote}
          lines={2}
        />
      </div>
    </Dialog>
  );
}

const NOTHING = Object.fromEntries(HEALTH_ELEMENTS.map((element) => [element, null])) as unknown as Scores;

/** A2: the seven core elements of a project, each 1–5, as judged last. */
export function HealthCard({ projectId }: { readonly projectId: string }) {
  const tools = useRegisterTools();
  const { t } = tools;
  const snapshots = useReadyAnswer('health_snapshot.list', { where: { project_id: projectId } });
  const { health } = useReadyAnswer('project.suggestions', { projectId });
  const [judging, setJudging] = useState(false);
  const last = [...snapshots].sort((a, b) =>
    a.taken_on === b.taken_on ? (a.created_at < b.created_at ? 1 : -1) : a.taken_on < b.taken_on ? 1 : -1,
  )[0];
  return (
    <Card
      title={t('stage:health')}
      actions={
        <Button small onPress={() => setJudging(true)}>
          {t('stage:judge')}
        </Button>
      }
    >
      {last === undefined ? (
        <p className={styles.quiet}>{t('stage:healthNever')}</p>
      ) : (
        <>
          <p className={styles.quiet}>{t('stage:healthOf', { date: last.taken_on })}</p>
          <ul className={styles.health}>
            {HEALTH_ELEMENTS.map((element) => {
              const score = last[element];
              const name = tools.fieldName('health_snapshot', element);
              return (
                <li key={element}>
                  <span>{name}</span>
                  {score === null ? (
                    <span className={styles.quiet}>—</span>
                  ) : (
                    <meter
                      min={0}
                      max={5}
                      low={3}
                      high={4}
                      optimum={5}
                      value={score}
                      aria-label={t('stage:scoreOf', { name, score })}
                    />
                  )}
                  <span className={styles.score}>{score ?? ''}</span>
                </li>
              );
            })}
          </ul>
          {last.note === null ? null : <p>{last.note}</p>}
        </>
      )}
      {judging ? (
        <JudgeDialog
          projectId={projectId}
          suggested={health}
          before={last ?? NOTHING}
          onClose={() => setJudging(false)}
        />
      ) : null}
    </Card>
  );
}
