import { useState } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { Badge, Checkbox } from '#renderer/ui/index.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { ChildList, updateRecord, useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './communication.module.css';
import { PromiseDialog } from './PromiseDialog.tsx';
import { useTurns } from './turns.tsx';

type Item = RecordOf<'meeting_item'>;

interface FollowUpProps {
  readonly item: Item;
  readonly projectId: string;
  readonly onPromise: (item: Item) => void;
}

/** A line that somebody has to do something about: ticked off here, or made into a record of its own. */
function FollowUp({ item, projectId, onPromise }: FollowUpProps) {
  const { t, today, format, valueName } = useRegisterTools();
  const { menu, onKeyDown } = useTurns({
    id: item.id,
    name: item.text,
    projectId,
    onPromise: () => onPromise(item),
  });
  const more = [item.owner, item.due_on === null ? null : format.date(item.due_on)]
    .filter(Boolean)
    .join(' · ');
  const tick = (on: boolean) => void updateRecord('meeting_item', item.id, { done_on: on ? today : null });
  return (
    <li className={styles.entry} onKeyDown={onKeyDown}>
      {item.kind === 'action' || item.kind === 'support' ? (
        <Checkbox
          labelHidden
          label={t('communication:meeting.doneLine', { name: item.text.slice(0, 60) })}
          isSelected={item.done_on !== null}
          onChange={tick}
        />
      ) : null}
      <div className={styles.entryMain}>
        <span>
          <Badge>{valueName('meeting_item', 'kind', item.kind)}</Badge> {item.text.split('\n')[0]}
        </span>
        {more === '' ? null : <span className={styles.quiet}>{more}</span>}
        {item.client_visible ? null : <Badge tone="warn">{t('communication:meeting.hiddenLine')}</Badge>}
      </div>
      {menu}
    </li>
  );
}

/** O2: agenda and minutes, and what follows from each line. */
export function MeetingLines({ record }: WidgetProps<'meeting'>) {
  const { t } = useRegisterTools();
  const { data: items } = useAnswer('meeting_item.list', { where: { meeting_id: record.id } });
  const { data: project } = useAnswer('project.get', { id: record.project_id });
  const [promise, setPromise] = useState<Item | null>(null);
  const open = (items ?? []).filter(
    (item) => item.kind !== 'info' && !item.task_id && !item.promise_id && !item.decision_id,
  );
  return (
    <div className={styles.form}>
      <ChildList
        entity="meeting_item"
        owner={{ meeting_id: record.id }}
        fields={['kind', 'text', 'result', 'owner', 'due_on', 'done_on', 'client_visible', 'client_text']}
        shown={['kind', 'owner', 'due_on']}
        asked={['kind', 'text']}
        scope={{ projectId: record.project_id }}
        empty={t('communication:meeting.noLines')}
      />
      {open.length === 0 ? null : (
        <>
          <h4>{t('communication:meeting.followUp')}</h4>
          <ul className={styles.entries} aria-label={t('communication:meeting.followUp')}>
            {open.map((item) => (
              <FollowUp key={item.id} item={item} projectId={record.project_id} onPromise={setPromise} />
            ))}
          </ul>
        </>
      )}
      {promise === null || !project ? null : (
        <PromiseDialog
          project={project}
          itemId={promise.id}
          draft={{ text: promise.text, due_on: promise.due_on, owner: promise.owner }}
          onClose={() => setPromise(null)}
        />
      )}
    </div>
  );
}
