import { type KeyboardEvent, useRef, useState } from 'react';
import { useI18n } from '#renderer/i18n/index.ts';
import { composing, Segmented } from '#renderer/ui/index.ts';
import {
  type MatrixCell,
  type MatrixCount,
  type MatrixView,
  matrixCounts,
  sameCell,
} from '#shared/domain/risk/matrix.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { BandShape } from './BandBadge.tsx';
import styles from './risks.module.css';

export interface MatrixProps {
  readonly risks: readonly RecordOf<'risk'>[];
  readonly view: MatrixView;
  readonly onView: (view: MatrixView) => void;
  readonly chosen: MatrixCell | null;
  readonly onChoose: (cell: MatrixCell | null) => void;
}

const DEGREES = [1, 2, 3, 4, 5] as const;
const ROWS = [5, 4, 3, 2, 1] as const;

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const clamp = (value: number): number => Math.min(5, Math.max(1, value));

/** The 25 cells with one tab stop; arrow keys move, Enter or a click filters. */
function Cells({
  cells,
  chosen,
  onChoose,
}: Pick<MatrixProps, 'chosen' | 'onChoose'> & { readonly cells: readonly MatrixCount[] }) {
  const { t } = useI18n();
  const [at, setAt] = useState<MatrixCell>(chosen ?? { probability: 5, impact: 1 });
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (composing(event) || !move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = { probability: clamp(at.probability + move[0]), impact: clamp(at.impact + move[1]) };
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.probability}:${next.impact}"]`)?.focus();
  };
  return (
    <table ref={table} className={styles.matrix} aria-label={t('risk:matrix.title')} onKeyDown={onKeyDown}>
      <tbody>
        {ROWS.map((probability) => (
          <tr key={probability}>
            <th scope="row">{t(`risk:probability.p${probability}`)}</th>
            {cells
              .filter((cell) => cell.probability === probability)
              .map((cell) => (
                <td key={cell.impact}>
                  <button
                    type="button"
                    data-at={`${probability}:${cell.impact}`}
                    tabIndex={sameCell(at, cell) ? 0 : -1}
                    aria-pressed={sameCell(chosen, cell)}
                    aria-label={t('risk:matrix.cell', {
                      p: probability,
                      i: cell.impact,
                      count: cell.count,
                      band: t(`risk:band.${cell.band}`),
                    })}
                    className={`${styles.cell} ${styles[cell.band]}`}
                    data-empty={cell.count === 0 ? '' : undefined}
                    onFocus={() => setAt({ probability, impact: cell.impact })}
                    onClick={() =>
                      onChoose(sameCell(chosen, cell) ? null : { probability, impact: cell.impact })
                    }
                  >
                    <BandShape band={cell.band} />
                    <span>{cell.count === 0 ? '' : cell.count}</span>
                  </button>
                </td>
              ))}
          </tr>
        ))}
        <tr>
          <td />
          {DEGREES.map((impact) => (
            <th key={impact} scope="col">
              {t(`risk:impact.i${impact}`)}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** 5×5 matrix of probability and impact with counts, before or after the response. */
export function Matrix({ risks, view, onView, chosen, onChoose }: MatrixProps) {
  const { t } = useI18n();
  const { cells, unrated } = matrixCounts(risks, view);
  const byBand = (['critical', 'high', 'medium', 'low'] as const).map((band) => ({
    band,
    count: cells.reduce((sum, cell) => sum + (cell.band === band ? cell.count : 0), 0),
  }));
  return (
    <section className={styles.matrixArea} aria-label={t('risk:matrix.title')}>
      <Cells cells={cells} chosen={chosen} onChoose={onChoose} />
      <div className={styles.matrixSide}>
        <Segmented
          label={t('risk:matrix.view')}
          options={[
            { id: 'initial', label: t('risk:matrix.initial') },
            { id: 'residual', label: t('risk:matrix.residual') },
          ]}
          value={view}
          onChange={onView}
        />
        <ul className={styles.legend}>
          {byBand.map(({ band, count }) => (
            <li key={band}>
              <span className={`${styles.band} ${styles[band]}`}>
                <BandShape band={band} />
                {t(`risk:band.${band}`)}
              </span>
              <span>{t('risk:matrix.count', { count })}</span>
            </li>
          ))}
          {unrated === 0 ? null : (
            <li className={styles.quiet}>{t('risk:matrix.unrated', { count: unrated })}</li>
          )}
        </ul>
        <p className={styles.quiet}>{t('risk:matrix.hint')}</p>
      </div>
    </section>
  );
}
