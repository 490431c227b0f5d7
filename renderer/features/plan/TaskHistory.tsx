import { useAnswer } from '#renderer/client/hooks.ts';
import { useI18n } from '#renderer/i18n/index.ts';
import type { HistoryRow } from '#shared/ipc/channels/app.ts';
import { entityOf } from '#shared/model/registry.ts';
import details from './details.module.css';

const SHOWN = 20;

/** What became of the fields of one change, in words. */
function useChangeText(): (row: HistoryRow) => string {
  const { t, format } = useI18n();
  const show = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('common:state.empty');
    if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
    if (typeof value === 'boolean') return value ? t('plan:panel.yes') : t('plan:panel.no');
    const text = String(value);
    return /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 16).replace('T', ' ') : text.slice(0, 60);
  };
  return ({ register, before, after }) => {
    if (register === 'deleted') return after === null ? t('common:verb.restore') : t('plan:panel.deleted');
    const fields = entityOf('task').registers[register];
    if (!fields || before === null) return t('plan:panel.created');
    const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
    const changed = fields.filter(
      (field) => old[field] !== now[field] && field !== 'rank' && field !== 'parent_id',
    );
    if (changed.length === 0) return t('plan:panel.moved');
    return changed
      .map((field) => {
        const name = t(`model:task.fields.${field}` as 'model:task.fields.name');
        return `${name}: ${show(old[field])} → ${show(now[field])}`;
      })
      .join('; ');
  };
}

/** The latest changes of a task, newest first. */
export function TaskHistory({ id }: { readonly id: string }) {
  const { t, format } = useI18n();
  const rows = useAnswer('history.of', { id }).data ?? [];
  const text = useChangeText();
  return (
    <section aria-label={t('plan:panel.history')}>
      <h3 className={details.section}>{t('plan:panel.history')}</h3>
      {rows.length === 0 ? <p className={details.note}>{t('plan:panel.noHistory')}</p> : null}
      <ul className={details.history}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={`${row.seq} ${row.register}`}>
            <time dateTime={row.at}>{format.dateTime(row.at)}</time> {text(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}
