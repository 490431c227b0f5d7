import { useState } from 'react';
import { request } from '#renderer/client/wire.ts';
import { type DraftEditor, useDraftEditor } from '#renderer/records/editor.ts';
import { RecordField } from '#renderer/records/RecordField.tsx';
import { Banner, Button, Dialog, NumberField, showToast } from '#renderer/ui/index.ts';
import type { GuardWarning } from '#shared/domain/communication/guard.ts';
import { findDatePhrase } from '#shared/domain/text/datePhrase.ts';
import type { GuardInput } from '#shared/ipc/channels/communication.ts';
import type { CreateInput, EntityType, RecordOf } from '#shared/model/registry.ts';
import { RefField, useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';
import { GuardWarnings, useGuard } from './Guard.tsx';

/** What a new promise begins with. */
export interface PromiseDraft {
  readonly text: string;
  readonly due_on?: string | null;
  readonly contact_id?: string | null;
  readonly comm_log_id?: string | null;
  readonly owner?: string | null;
  readonly task_id?: string | null;
}

export interface PromiseDialogProps {
  readonly project: Pick<RecordOf<'project'>, 'id' | 'client_id' | 'manager'>;
  readonly draft: PromiseDraft;
  /** Line of minutes it is made in. */
  readonly itemId?: string;
  readonly onClose: () => void;
  readonly onMade?: (id: string) => void;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** MS-5: the day in the words of the promise; it counts once the user has said yes to it. */
function ReadDate({ editor }: { readonly editor: DraftEditor }) {
  const { t, format, today } = useRegisterTools();
  const found = findDatePhrase(String(editor.values['text'] ?? ''), today);
  if (found === null || editor.values['due_on'] === found.value) return null;
  return (
    <Banner
      tone="info"
      actions={
        <Button small onPress={() => void editor.set('due_on', found.value)}>
          {t('communication:promise.takeDate')}
        </Button>
      }
    >
      {t('communication:promise.readDate', { phrase: found.phrase, date: format.date(found.value) })}
    </Banner>
  );
}

function Reference(props: {
  readonly editor: DraftEditor;
  readonly field: 'task_id' | 'contact_id';
  readonly target: EntityType;
  readonly projectId: string;
}) {
  const { editor, field } = props;
  const { fieldName } = useRegisterTools();
  return (
    <RefField
      label={fieldName('promise', field)}
      target={props.target}
      scope={{ projectId: props.projectId }}
      value={textOf(editor.values[field])}
      onSave={async (id) => {
        await editor.set(field, id);
        return null;
      }}
    />
  );
}

function Fields({ editor, projectId }: { readonly editor: DraftEditor; readonly projectId: string }) {
  const { fieldName } = useRegisterTools();
  const needs = editor.values['needs_days'];
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <RecordField editor={editor} field="text" lines={2} autoFocus />
      </div>
      <div className={styles.wide}>
        <ReadDate editor={editor} />
      </div>
      <RecordField editor={editor} field="due_on" />
      <RecordField editor={editor} field="kind" />
      <RecordField editor={editor} field="owner" />
      <NumberField
        label={fieldName('promise', 'needs_days')}
        minValue={0}
        maxValue={10_000}
        value={typeof needs === 'number' ? needs : Number.NaN}
        onChange={(days) => void editor.set('needs_days', Number.isNaN(days) ? null : Math.round(days))}
      />
      <Reference editor={editor} field="task_id" target="task" projectId={projectId} />
      <Reference editor={editor} field="contact_id" target="contact" projectId={projectId} />
    </div>
  );
}

const guardInput = (editor: DraftEditor, clientId: string, projectId: string): GuardInput => {
  const { values } = editor;
  return {
    clientId,
    projectId,
    promiseId: null,
    kind: values['kind'] as GuardInput['kind'],
    due_on: textOf(values['due_on']),
    needs_days: typeof values['needs_days'] === 'number' ? values['needs_days'] : null,
    owner: textOf(values['owner']),
    task_id: textOf(values['task_id']),
  };
};

function usePromise(props: PromiseDialogProps) {
  const { project, draft } = props;
  const { t, today, locale } = useRegisterTools();
  const editor = useDraftEditor('promise', {
    kind: 'date',
    needs_days: null,
    task_id: null,
    contact_id: null,
    due_on: null,
    reason: null,
    ...draft,
    owner: draft.owner ?? project.manager,
  });
  const live = useGuard(guardInput(editor, project.client_id, project.id));
  const [refused, setRefused] = useState<readonly GuardWarning[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const warnings = live ?? refused;
  const make = async () => {
    if (!editor.complete(['text'])) return;
    const own = { client_id: project.client_id, project_id: project.id, made_on: today };
    const values = { ...editor.values, ...own } as unknown as CreateInput<'promise'>;
    const item = props.itemId === undefined ? {} : { item_id: props.itemId };
    try {
      const anyway = warnings.length > 0;
      const { id, warnings: found } = await request('promise.make', {
        values,
        anyway,
        language: locale,
        ...item,
      });
      if (id === null) return setRefused(found);
      showToast({ tone: 'good', text: t('communication:promise.made') });
      props.onMade?.(id);
      props.onClose();
    } catch (error) {
      setProblem(editor.fail(error));
    }
  };
  return { editor, warnings, problem, make };
}

/** MS-5, P2: a new promise, with what speaks against it before it is made. */
export function PromiseDialog(props: PromiseDialogProps) {
  const { t } = useRegisterTools();
  const { editor, warnings, problem, make } = usePromise(props);
  const hard = warnings.length > 0;
  return (
    <Dialog
      open
      wide
      title={t('communication:promise.title')}
      onClose={props.onClose}
      onSubmit={() => void make()}
      actions={
        <Button look={hard ? 'danger' : 'primary'} onPress={() => void make()}>
          {hard ? t('communication:promise.makeAnyway') : t('communication:promise.make')}
        </Button>
      }
    >
      <div className={styles.form}>
        <Fields editor={editor} projectId={props.project.id} />
        <GuardWarnings warnings={warnings} />
        {hard ? (
          <RecordField
            editor={editor}
            field="reason"
            lines={2}
            label={t('communication:promise.whyAnyway')}
          />
        ) : null}
        {problem === null ? null : <Banner tone="bad">{problem}</Banner>}
      </div>
    </Dialog>
  );
}
