import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Checkbox, composing, IconButton, showToast, TextField, useToday } from '#renderer/ui/index.ts';
import type { Patch, RecordOf } from '#shared/model/registry.ts';
import {
  AutoText,
  createRecord,
  FieldEditor,
  removeRecords,
  restoreRecord,
  updateRecord,
  useRegisterTools,
  type WidgetProps,
} from '../register/public.ts';
import { useRiskData } from './riskData.ts';
import styles from './risks.module.css';

type Action = RecordOf<'risk_action'>;

function useActionActs() {
  const tools = useRegisterTools();
  const tell = (error: unknown) => showToast({ text: tools.problemText(error), tone: 'bad' });
  return {
    save: async (id: string, patch: Patch<'risk_action'>): Promise<string | null> => {
      try {
        await updateRecord('risk_action', id, patch);
        return null;
      } catch (error) {
        return tools.problemText(error);
      }
    },
    remove: async (action: Action) => {
      try {
        await removeRecords([action.id]);
        showToast({
          text: tools.t('register:deletedOne', { name: action.text }),
          action: {
            label: tools.t('common:verb.undo'),
            onPress: () => void restoreRecord(action.id).catch(tell),
          },
        });
      } catch (error) {
        tell(error);
      }
    },
    tell,
  };
}

function ActionMore({
  action,
  save,
}: {
  readonly action: Action;
  readonly save: (patch: Patch<'risk_action'>) => Promise<string | null>;
}) {
  const { projectId } = useRiskData();
  const shared = { entity: 'risk_action', record: action, scope: { projectId }, save } as const;
  return (
    <div className={styles.actionMore}>
      <FieldEditor {...shared} field="owner" />
      <FieldEditor {...shared} field="due_on" />
      <FieldEditor {...shared} field="status" />
      <div className={styles.wide}>
        <FieldEditor {...shared} field="client_text" />
      </div>
    </div>
  );
}

function ActionRow({ action }: { readonly action: Action }) {
  const tools = useRegisterTools();
  const today = useToday();
  const acts = useActionActs();
  const [more, setMore] = useState(false);
  const { t } = tools;
  const save = async (patch: Patch<'risk_action'>): Promise<string | null> => {
    const done = patch.status === undefined ? {} : { done_on: patch.status === 'done' ? today : null };
    const problem = await acts.save(action.id, { ...patch, ...done });
    if (problem !== null) showToast({ text: problem, tone: 'bad' });
    return problem;
  };
  const late = action.status === 'open' && action.due_on !== null && action.due_on < today;
  const facts = [action.owner, action.due_on, late ? t('register:overdue') : null]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={styles.action} data-status={action.status}>
      <div className={styles.actionRow}>
        <Checkbox
          label={`${t('risk:actions.done')}: ${action.text}`}
          labelHidden
          isSelected={action.status === 'done'}
          isDisabled={action.status === 'cancelled'}
          onChange={(done) => void save({ status: done ? 'done' : 'open' })}
        />
        <div className={styles.actionText}>
          <AutoText
            label={t('risk:actions.edit')}
            labelHidden
            required
            value={action.text}
            maxLength={1000}
            onSave={(text) => save({ text: text ?? action.text })}
          />
          {facts === '' && action.activated_on === null ? null : (
            <p className={late ? styles.late : styles.quiet}>
              {facts}
              {action.activated_on === null
                ? null
                : ` ${t('risk:actions.activated', { date: action.activated_on })}`}
            </p>
          )}
        </div>
        <IconButton
          small
          label={t('risk:actions.more')}
          icon={more ? <ChevronDown /> : <ChevronRight />}
          aria-expanded={more}
          onPress={() => setMore(!more)}
        />
        <IconButton
          small
          label={t('risk:actions.remove', { name: action.text })}
          icon={<Trash2 />}
          onPress={() => void acts.remove(action)}
        />
      </div>
      {more ? <ActionMore action={action} save={save} /> : null}
    </li>
  );
}

function AddAction({ riskId, kind }: { readonly riskId: string; readonly kind: Action['kind'] }) {
  const { t } = useRegisterTools();
  const acts = useActionActs();
  const [text, setText] = useState('');
  const add = async () => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    try {
      await createRecord('risk_action', { risk_id: riskId, kind, text: typed });
    } catch (error) {
      setText(typed);
      acts.tell(error);
    }
  };
  return (
    <div
      onKeyDownCapture={(event) => {
        if (composing(event) || event.key !== 'Enter') return;
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={`${t('risk:actions.add')}: ${t(`risk:actions.${kind}`)}`}
        labelHidden
        placeholder={t('risk:actions.addPlaceholder')}
        value={text}
        onChange={setText}
        onBlur={() => void add()}
        maxLength={1000}
      />
    </div>
  );
}

/** K6: what keeps the risk from happening, and what is done when it happens, as two lists. */
export function Actions({ record }: WidgetProps<'risk'>) {
  const { t } = useRegisterTools();
  const actions = useRiskData().actionsOf(record.id);
  return (
    <div className={styles.actionLists}>
      {(['preventive', 'contingency'] as const).map((kind) => {
        const own = actions.filter((action) => action.kind === kind);
        return (
          <section key={kind} aria-label={t(`risk:actions.${kind}`)}>
            <h4>{t(`risk:actions.${kind}`)}</h4>
            <AddAction riskId={record.id} kind={kind} />
            {own.length === 0 ? (
              <p className={styles.quiet}>{t('risk:actions.none')}</p>
            ) : (
              <ul>
                {own.map((action) => (
                  <ActionRow key={action.id} action={action} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
