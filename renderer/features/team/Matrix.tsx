import { TriangleAlert } from 'lucide-react';
import { Badge } from '#renderer/ui/index.ts';
import { dutyMatrix } from '#shared/domain/project/raci.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './team.module.css';

/** C1: who does what, with a warning where nobody or more than one is accountable. */
export function Matrix({ duties }: { readonly duties: readonly RecordOf<'duty'>[] }) {
  const { t, entityName, fieldName } = useRegisterTools();
  if (duties.length === 0) return null;
  const { people, rows } = dutyMatrix(duties);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reachable
    <section className={styles.matrix} aria-label={t('team:matrix')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{fieldName('duty', 'object')}</th>
            {people.map((person) => (
              <th key={person} scope="col">
                {person}
              </th>
            ))}
            <th scope="col">{entityName('duty')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.object}>
              <th scope="row">{row.object}</th>
              {people.map((person) => (
                <td key={person}>{row.letters[person]}</td>
              ))}
              <td>
                {row.accountable === 1 ? null : (
                  <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
                    {row.accountable === 0
                      ? t('team:nobodyAccountable')
                      : t('team:manyAccountable', { count: row.accountable })}
                  </Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
