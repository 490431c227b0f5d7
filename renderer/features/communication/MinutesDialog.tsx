import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Dialog, Segmented } from '#renderer/ui/index.ts';
import { type Audience, type Minutes, minutesOf } from '#shared/domain/communication/minutes.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { localText } from '../../i18n/words.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';

function Fact({ name, text }: { readonly name: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Lines({ minutes }: { readonly minutes: Minutes }) {
  const { t, format, valueName } = useRegisterTools();
  return (
    <ul className={styles.entries} aria-label={t('communication:meeting.lines')}>
      {minutes.lines.map((line) => (
        <li key={line.id} className={styles.entry}>
          <Badge>{valueName('meeting_item', 'kind', line.kind)}</Badge>
          <div className={styles.entryMain}>
            <p>{line.text}</p>
            {line.result === null ? null : <p>→ {line.result}</p>}
            <span className={styles.quiet}>
              {[line.owner, line.due_on === null ? null : format.date(line.due_on)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          {line.shown ? null : <Badge tone="warn">{t('communication:meeting.hiddenLine')}</Badge>}
        </li>
      ))}
    </ul>
  );
}

function Version({ minutes }: { readonly minutes: Minutes }) {
  const { format, fieldName, valueName } = useRegisterTools();
  const name = (field: Parameters<typeof fieldName<'meeting'>>[1]) => fieldName('meeting', field);
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={name('kind')} text={valueName('meeting', 'kind', minutes.kind)} />
        <Fact name={name('held_at')} text={localText(format, minutes.held_at)} />
        <Fact name={name('place')} text={minutes.place} />
        <Fact name={name('attendees')} text={minutes.attendees} />
        <Fact name={name('absent')} text={minutes.absent} />
      </dl>
      <Lines minutes={minutes} />
      <dl className={styles.facts}>
        <Fact name={name('expectation_effect')} text={minutes.expectation_effect} />
        <Fact name={name('client_opinion')} text={minutes.client_opinion} />
        <Fact name={name('internal_notes')} text={minutes.internal_notes} />
        <Fact
          name={name('next_at')}
          text={minutes.next_at === null ? null : localText(format, minutes.next_at)}
        />
      </dl>
    </>
  );
}

/** Demand 27: one record, and what the client and the team read of it. */
export function MinutesDialog(props: {
  readonly meeting: RecordOf<'meeting'>;
  readonly onClose: () => void;
}) {
  const { t } = useRegisterTools();
  const { meeting } = props;
  const items = useReadyAnswer('meeting_item.list', { where: { meeting_id: meeting.id } });
  const [audience, setAudience] = useState<Audience>('client');
  return (
    <Dialog open wide title={meeting.title} onClose={props.onClose}>
      <div className={styles.form}>
        <Segmented<Audience>
          label={t('communication:meeting.versions')}
          value={audience}
          onChange={setAudience}
          options={(['client', 'internal'] as const).map((id) => ({
            id,
            label: t(`communication:meeting.version.${id}`),
          }))}
        />
        <Version minutes={minutesOf(meeting, items, audience)} />
      </div>
    </Dialog>
  );
}
