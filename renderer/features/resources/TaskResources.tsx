import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { request } from '#renderer/client/wire.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { Button, ComboBox, composing, IconButton } from '#renderer/ui/index.ts';
import type { AssignmentRow } from '#shared/ipc/channels/resource.ts';
import { AutoText, useRegisterTools } from '../register/public.ts';
import { hoursText, parseHours, parseUnits } from './hours.ts';
import styles from './resources.module.css';

export interface TaskResourcesProps {
  readonly projectId: string;
  readonly taskId: string;
  /** A summary has no work of its own: nothing is shown. */
  readonly summary: boolean;
}

/** Runs a command; resolves with the text of its error, or null. */
function useGuarded() {
  const { problemText } = useRegisterTools();
  return async (act: () => Promise<unknown>): Promise<string | null> => {
    try {
      await act();
      return null;
    } catch (error) {
      return problemText(error);
    }
  };
}

function Assignment({ row }: { readonly row: AssignmentRow }) {
  const { t, format } = useI18n();
  const guarded = useGuarded();
  const timed = row.kind === 'work' || row.kind === 'equipment';
  const units = row.units ?? 1;
  // The fields stand in a row without labels; what is wrong is said below it.
  const [problem, setProblem] = useState<string | null>(null);
  const edit = async (patch: { units: number } | { work: number } | null, refusal: string) => {
    const text =
      patch === null
        ? refusal
        : await guarded(() => request('resource.editAssignment', { id: row.id, ...patch }));
    setProblem(text);
    return text;
  };
  const remove = async () => {
    setProblem(await guarded(() => request('resource.unassign', { id: row.id })));
  };
  return (
    <li className={styles.assignment}>
      <span className={styles.assigned}>{row.name}</span>
      <AutoText
        label={
          timed
            ? t('resource:task.unitsOf', { name: row.name })
            : t('resource:task.amountOf', { name: row.name })
        }
        labelHidden
        value={timed ? format.percent(units) : String(units)}
        onSave={(text) => {
          const typed = parseUnits(text ?? '');
          const units = typed === null ? null : { units: timed ? typed : typed * 100 };
          return edit(units, t('resource:task.badUnits'));
        }}
      />
      {timed ? (
        <AutoText
          label={t('resource:task.workOf', { name: row.name })}
          labelHidden
          value={t('resource:hours', { hours: hoursText(format, row.work ?? 0) })}
          onSave={(text) => {
            const work = parseHours(text ?? '');
            return edit(work === null ? null : { work }, t('resource:task.badHours'));
          }}
        />
      ) : (
        <span className={styles.quiet}>{row.unit ?? ''}</span>
      )}
      <IconButton
        small
        label={t('resource:task.remove', { name: row.name })}
        icon={<X />}
        onPress={() => void remove()}
      />
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </li>
  );
}

/** J1: who and what works on a task, with units and work. A name nobody has yet makes a new person. */
export function TaskResources({ projectId, taskId, summary }: TaskResourcesProps) {
  const { t } = useI18n();
  const guarded = useGuarded();
  const rows = useAnswer('resource.assignments', { taskId }).data ?? [];
  const all = useAnswer('resource.list', { where: { project_id: projectId } }).data ?? [];
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  if (summary) return null;
  const taken = new Set(rows.map((row) => row.resourceId));
  const options = all
    .filter(({ id, name }) => !taken.has(id) && name.trim() !== '')
    .map(({ id, name, role }) => ({ id, label: name, ...(role === null ? {} : { detail: role }) }));
  const wanted = text.trim();
  const assign = async (resource: { id: string } | { name: string }) => {
    const problem = await guarded(() => request('resource.assign', { taskId, resource }));
    setError(problem);
    if (problem === null) setText('');
  };
  const known = options.find((option) => option.label === wanted);
  const take = () => assign(known ? { id: known.id } : { name: wanted });
  const onEnter = (event: KeyboardEvent) => {
    if (composing(event) || event.key !== 'Enter' || wanted === '') return;
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.getAttribute('aria-activedescendant')) return;
    void take();
  };
  return (
    <>
      <h3 className={styles.section}>{t('resource:task.heading')}</h3>
      {rows.length === 0 ? null : (
        <ul className={styles.assignments}>
          {rows.map((row) => (
            <Assignment key={row.id} row={row} />
          ))}
        </ul>
      )}
      <div className={styles.assign} onKeyDownCapture={onEnter}>
        <ComboBox
          label={t('resource:task.add')}
          labelHidden
          placeholder={t('resource:task.add')}
          options={options}
          value={null}
          allowsCustomValue
          inputValue={text}
          onInputChange={setText}
          onChange={(id) => {
            if (id !== null) void assign({ id });
          }}
          error={error ?? undefined}
        />
        <Button isDisabled={wanted === ''} onPress={() => void take()}>
          {known || wanted === '' ? t('common:verb.add') : t('resource:task.addNew')}
        </Button>
      </div>
    </>
  );
}
