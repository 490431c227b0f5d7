import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton, Select, TextField } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { AutoText, useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './requirements.module.css';

type Question = NonNullable<RecordOf<'questionnaire'>['questions']>[number];

const KINDS = ['open', 'choice', 'scale', 'yes_no'] as const;
/** Choices are typed in one line, apart from each other by one of these. */
const BETWEEN = /[;；、\n]/;

/** F1: the questions of a questionnaire; each change saves the whole list. */
export function Questions({ record, save }: WidgetProps<'questionnaire'>) {
  const { t } = useRegisterTools();
  const [questions, setQuestions] = useState<readonly Question[]>(record.questions ?? []);
  const [error, setError] = useState<string | null>(null);
  const stored = JSON.stringify(record.questions ?? []);
  useEffect(() => setQuestions(JSON.parse(stored) as Question[]), [stored]);
  const put = async (next: readonly Question[]): Promise<string | null> => {
    setQuestions(next);
    const problem = await save({ questions: next.filter(({ text }) => text.trim() !== '') });
    setError(problem);
    return problem;
  };
  const change = (index: number, patch: Partial<Question>) =>
    put(questions.map((question, at) => (at === index ? { ...question, ...patch } : question)));
  return (
    <div className={styles.questions}>
      <ol aria-label={t('requirement:questions')}>
        {questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: questions have no identity but their place
          <li key={index}>
            <AutoText
              label={t('requirement:question', { n: index + 1 })}
              value={question.text}
              required
              onSave={(text) => change(index, { text: text ?? '' })}
            />
            <div className={styles.line}>
              <Select
                label={t('requirement:answerKind')}
                labelHidden
                options={KINDS.map((id) => ({ id, label: t(`requirement:kinds.${id}`) }))}
                value={question.kind}
                onChange={(kind) => void change(index, { kind })}
              />
              <IconButton
                small
                label={t('requirement:removeQuestion', { n: index + 1 })}
                icon={<Trash2 aria-hidden="true" />}
                onPress={() => void put(questions.filter((_, at) => at !== index))}
              />
            </div>
            {question.kind === 'choice' ? (
              <AutoText
                label={t('requirement:choices')}
                value={(question.choices ?? []).join('；')}
                onSave={(text) =>
                  change(index, {
                    choices: (text ?? '')
                      .split(BETWEEN)
                      .map((choice) => choice.trim())
                      .filter((choice) => choice !== ''),
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ol>
      {error === null ? null : <p role="alert">{error}</p>}
      <AddQuestion onAdd={(text) => put([...questions, { text, kind: 'open' }])} />
    </div>
  );
}

function AddQuestion({ onAdd }: { readonly onAdd: (text: string) => Promise<string | null> }) {
  const { t } = useRegisterTools();
  const [text, setText] = useState('');
  const add = async () => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    if ((await onAdd(typed)) !== null) setText(typed);
  };
  return (
    <div className={styles.line}>
      <TextField
        label={t('requirement:newQuestion')}
        value={text}
        onChange={setText}
        maxLength={1000}
        onKeyDown={(event) => {
          event.continuePropagation();
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) void add();
        }}
      />
      <Button small icon={<Plus aria-hidden="true" />} onPress={() => void add()}>
        {t('common:verb.add')}
      </Button>
    </div>
  );
}
