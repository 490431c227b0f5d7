import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import { valueName } from '#renderer/i18n/words.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import styles from './communication.module.css';

interface Line {
  readonly id: string;
  readonly person: string;
  readonly text: string;
}

/** C2: the communication duties of each member, from the plan and from the duties of the team. */
export function Duties(props: {
  readonly project: RecordOf<'project'>;
  readonly rows: readonly RecordOf<'comm_plan_item'>[];
}) {
  const { t } = useI18n();
  const duties = useReadyAnswer('duty.list', { where: { project_id: props.project.id } });
  const lines: Line[] = [
    ...props.rows
      .filter(({ active }) => active)
      .map(({ id, owner, purpose, frequency }) => ({
        id,
        person: owner?.trim() ?? '',
        text: `${purpose} (${valueName(t, 'comm_plan_item', 'frequency', frequency)})`,
      })),
    ...duties
      .filter(({ kind }) => kind === 'communication')
      .map(({ id, person, object, frequency }) => ({
        id,
        person: person.trim(),
        text: frequency ? `${object} (${frequency})` : object,
      })),
  ];
  if (lines.length === 0) return null;
  const people = [...new Set(lines.map(({ person }) => person))].sort((a, b) =>
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b),
  );
  return (
    <details className={styles.duties}>
      <summary className={styles.dutiesHead}>{t('communication:plan.duties')}</summary>
      <p className={styles.quiet}>{t('communication:plan.dutiesHint')}</p>
      <dl className={styles.facts}>
        {people.map((person) => (
          <div key={person}>
            <dt>{person || t('communication:plan.nobody')}</dt>
            <dd>
              {lines
                .filter((line) => line.person === person)
                .map(({ text }) => text)
                .join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
