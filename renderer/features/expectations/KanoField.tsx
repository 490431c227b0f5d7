import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { Button, IconButton, Select, showToast, TextField } from '#renderer/ui/index.ts';
import { coefficientText, KANO_DEGREES, kanoOfPair } from '#shared/domain/expectation/kano.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import {
  createRecord,
  FieldEditor,
  removeRecords,
  restoreRecord,
  updateRecord,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import styles from './expectations.module.css';
import { useExpectationData } from './facts.ts';
import { KanoBadge, useTellProblem } from './parts.tsx';

type Answer = RecordOf<'kano_answer'>;
type Degree = `${(typeof KANO_DEGREES)[number]}`;
const DEGREES = KANO_DEGREES.map((degree) => `${degree}` as Degree);
const degreeOf = (value: number | null): Degree | null => DEGREES.find((id) => Number(id) === value) ?? null;

/** One question with its five answers in words. */
function Question(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useRegisterTools();
  return (
    <Select
      label={props.label}
      options={DEGREES.map((id) => ({ id, label: t(`expectation:kano.degree.d${id}`) }))}
      value={degreeOf(props.value)}
      placeholder={t('expectation:kano.choose')}
      onChange={(id) => props.onChange(Number(id))}
    />
  );
}

function AnswerRow({ answer }: { readonly answer: Answer }) {
  const { t } = useRegisterTools();
  const tell = useTellProblem();
  const set = (patch: Partial<Pick<Answer, 'functional' | 'dysfunctional'>>) =>
    void updateRecord('kano_answer', answer.id, patch).catch(tell);
  const remove = async () => {
    try {
      await removeRecords([answer.id]);
      showToast({
        text: t('register:deletedOne', { name: answer.respondent }),
        action: {
          label: t('common:verb.undo'),
          onPress: () => void restoreRecord(answer.id).catch(tell),
        },
      });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <li className={styles.answer}>
      <div className={styles.answerHead}>
        <strong>{answer.respondent}</strong>
        <KanoBadge kind={kanoOfPair(answer)} />
        <IconButton
          small
          label={t('register:deleteOne', { name: answer.respondent })}
          icon={<Trash2 />}
          onPress={() => void remove()}
        />
      </div>
      <Question
        label={t('expectation:kano.functional')}
        value={answer.functional}
        onChange={(functional) => set({ functional })}
      />
      <Question
        label={t('expectation:kano.dysfunctional')}
        value={answer.dysfunctional}
        onChange={(dysfunctional) => set({ dysfunctional })}
      />
    </li>
  );
}

/** A new respondent; saved as soon as both questions are answered, because half a pair says nothing. */
function NewAnswer({
  expectationId,
  onDone,
}: {
  readonly expectationId: string;
  readonly onDone: () => void;
}) {
  const { t, today, fieldName } = useRegisterTools();
  const tell = useTellProblem();
  const [who, setWho] = useState('');
  const [pair, setPair] = useState<{ readonly functional?: number; readonly dysfunctional?: number }>({});
  const { functional, dysfunctional } = pair;
  const ready = who.trim() !== '' && functional !== undefined && dysfunctional !== undefined;
  const add = async () => {
    if (!ready) return;
    try {
      await createRecord('kano_answer', {
        expectation_id: expectationId,
        respondent: who.trim(),
        functional,
        dysfunctional,
        answered_on: today,
      });
      onDone();
    } catch (error) {
      tell(error);
    }
  };
  return (
    <div className={styles.answer}>
      <TextField
        label={fieldName('kano_answer', 'respondent')}
        value={who}
        onChange={setWho}
        maxLength={120}
        autoFocus
      />
      <Question
        label={t('expectation:kano.functional')}
        value={functional ?? null}
        onChange={(value) => setPair({ ...pair, functional: value })}
      />
      <Question
        label={t('expectation:kano.dysfunctional')}
        value={dysfunctional ?? null}
        onChange={(value) => setPair({ ...pair, dysfunctional: value })}
      />
      <div className={styles.answerHead}>
        <Button look="primary" isDisabled={!ready} onPress={() => void add()}>
          {t('common:verb.add')}
        </Button>
        <Button onPress={onDone}>{t('common:verb.cancel')}</Button>
      </div>
    </div>
  );
}

/** G6: the class chosen by hand, or that of the answers of several people with better and worse. */
export function KanoField({ record, save }: WidgetProps<'expectation'>) {
  const { t, valueName } = useRegisterTools();
  const { projectId, factOf } = useExpectationData();
  const { data: answers = [] } = useAnswer('kano_answer.list', { where: { expectation_id: record.id } });
  const [adding, setAdding] = useState(false);
  const kano = factOf(record.id)?.kano;
  const differs = kano?.answered != null && record.kano !== null && kano.answered !== record.kano;
  return (
    <div className={styles.kanoField}>
      <FieldEditor
        entity="expectation"
        field="kano"
        record={record}
        scope={{ projectId }}
        save={save}
        hint={t('expectation:kano.hint')}
      />
      {kano === undefined || kano.answered === null ? null : (
        <p role="status">
          {t('expectation:kano.result', {
            kind: valueName('expectation', 'kano', kano.answered),
            count: kano.respondents,
            better: coefficientText(kano.better),
            worse: coefficientText(kano.worse),
          })}{' '}
          {differs ? <strong>{t('expectation:kano.differs')}</strong> : null}
        </p>
      )}
      <ul>
        {answers.map((answer) => (
          <AnswerRow key={answer.id} answer={answer} />
        ))}
      </ul>
      {adding ? (
        <NewAnswer expectationId={record.id} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button small onPress={() => setAdding(true)}>
            {t('expectation:kano.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
