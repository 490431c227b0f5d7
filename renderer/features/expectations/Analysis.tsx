import { useMemo } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Card } from '#renderer/ui/index.ts';
import { scatterFigure } from '#shared/domain/expectation/figures/scatter.ts';
import { coefficientText, KANO_ORDER, type KanoClass, kanoQuarter } from '#shared/domain/expectation/kano.ts';
import { maslowLadder } from '#shared/domain/expectation/maslow.ts';
import type { ExpectationFact } from '#shared/ipc/channels/expectation.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { useRegisterTools } from '../register/public.ts';
import styles from './expectations.module.css';
import { FigureSvg } from './FigureSvg.tsx';
import { NoneYet } from './NoneYet.tsx';
import { KanoBadge, OpenButton, ReadTable, shortNo } from './parts.tsx';

interface Row {
  readonly record: RecordOf<'expectation'>;
  readonly fact: ExpectationFact;
}

interface PartProps {
  readonly rows: readonly Row[];
  readonly onOpen: (id: string) => void;
}

/** G5: the ladder, the highest need on top, the first unmet one from below named. */
function Ladder({ rows, onOpen }: PartProps) {
  const { t, valueName } = useRegisterTools();
  const byId = new Map(rows.map(({ record }) => [record.id, record]));
  const ladder = maslowLadder(
    rows.map(({ record, fact }) => ({ id: record.id, maslow: record.maslow, value: fact.current })),
  );
  const chips = (ids: readonly string[]) =>
    ids
      .flatMap((id) => byId.get(id) ?? [])
      .map((record) => (
        <li key={record.id}>
          <OpenButton expectation={record} onOpen={onOpen} />
        </li>
      ));
  return (
    <Card title={t('expectation:maslow.title')}>
      <p className={styles.quiet}>
        {ladder.first === null
          ? t('expectation:maslow.explain')
          : t('expectation:maslow.first', { level: valueName('expectation', 'maslow', ladder.first) })}
      </p>
      <ol className={styles.ladder}>
        {ladder.rungs.map(({ level, ids, met, unmet }) => (
          <li key={level} data-level={level} data-first={ladder.first === level ? '' : undefined}>
            <div className={styles.rung}>
              <strong>{valueName('expectation', 'maslow', level)}</strong>
              <span className={styles.quiet}>{t(`expectation:maslow.meaning.${level}`)}</span>
              {ids.length === 0 ? null : (
                <span className={styles.quiet}>
                  {t('expectation:maslow.counts', { met, unmet, count: ids.length })}
                </span>
              )}
            </div>
            <ul>{chips(ids)}</ul>
          </li>
        ))}
      </ol>
      {ladder.unplaced.length === 0 ? null : (
        <>
          <h3 className={styles.sub}>
            {t('expectation:maslow.unplaced', { count: ladder.unplaced.length })}
          </h3>
          <ul className={styles.chips}>{chips(ladder.unplaced)}</ul>
        </>
      )}
    </Card>
  );
}

/** Reverse and questionable answers are rare and stand with what has no class. */
const COLUMNS = ['basic', 'performance', 'excitement', 'indifferent'] as const;

/** G6: one column per class. */
function Board({ rows, onOpen }: PartProps) {
  const { t, valueName } = useRegisterTools();
  const columnOf = ({ fact }: Row) => COLUMNS.find((kind) => kind === fact.kano.kind) ?? null;
  return (
    <Card title={t('expectation:kano.board')}>
      <div className={styles.board}>
        {[...COLUMNS, null].map((column) => {
          const own = rows.filter((row) => columnOf(row) === column);
          const name =
            column === null ? t('expectation:kano.open') : valueName('expectation', 'kano', column);
          return (
            <section key={column ?? 'open'} aria-label={name}>
              <h3>
                {name} <span className={styles.quiet}>{own.length}</span>
              </h3>
              <p className={styles.quiet}>{t(`expectation:kano.meaning.${column ?? 'open'}`)}</p>
              <ul>
                {own.map(({ record, fact }) => (
                  <li key={record.id}>
                    <OpenButton expectation={record} onOpen={onOpen} />
                    {column === null ? <KanoBadge kind={fact.kano.kind} /> : null}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Card>
  );
}

function ScatterTable({ rows, onOpen }: PartProps) {
  const { t, valueName } = useRegisterTools();
  const kindName = (kind: KanoClass | null) => (kind === null ? '—' : valueName('expectation', 'kano', kind));
  return (
    <ReadTable
      label={t('expectation:kano.table')}
      heads={[
        { text: t('expectation:kano.expectation') },
        { text: t('expectation:kano.respondents'), end: true },
        ...KANO_ORDER.map((kind) => ({ text: t(`expectation:kano.letter.${kind}`), end: true })),
        { text: t('expectation:kano.answered') },
        { text: t('expectation:kano.better'), end: true },
        { text: t('expectation:kano.worse'), end: true },
        { text: t('expectation:kano.quarter') },
      ]}
    >
      {rows.map(({ record, fact: { kano } }) => (
        <tr key={record.id}>
          <th scope="row">
            <OpenButton expectation={record} onOpen={onOpen} />
          </th>
          <td className={styles.end}>{kano.respondents}</td>
          {KANO_ORDER.map((kind) => (
            <td key={kind} className={styles.end}>
              {kano.tally[kind]}
            </td>
          ))}
          <td>{kindName(kano.answered)}</td>
          <td className={styles.end}>{coefficientText(kano.better)}</td>
          <td className={styles.end}>{coefficientText(kano.worse)}</td>
          <td>{kindName(kanoQuarter(kano))}</td>
        </tr>
      ))}
    </ReadTable>
  );
}

/** G6: better against |worse| of what was asked, with its twin in figures. */
function Scatter({ rows, onOpen }: PartProps) {
  const { t, valueName } = useRegisterTools();
  const asked = rows.filter(({ fact }) => fact.kano.respondents > 0);
  const figure = useMemo(() => {
    const quarter = (kind: KanoClass) => valueName('expectation', 'kano', kind);
    return scatterFigure({
      points: rows.flatMap(({ record, fact: { kano } }) =>
        kano.better === null || kano.worse === null
          ? []
          : [{ label: shortNo(record.no), better: kano.better, worse: kano.worse }],
      ),
      quarters: {
        basic: quarter('basic'),
        performance: quarter('performance'),
        excitement: quarter('excitement'),
        indifferent: quarter('indifferent'),
      },
      axes: { better: t('expectation:kano.betterAxis'), worse: t('expectation:kano.worseAxis') },
      side: 320,
      fontSize: 13,
    });
  }, [rows, t, valueName]);
  return (
    <Card title={t('expectation:kano.scatter')}>
      {asked.length === 0 ? (
        <p className={styles.quiet}>{t('expectation:kano.noAnswers')}</p>
      ) : (
        <div className={styles.scatter}>
          <FigureSvg figure={figure} label={t('expectation:kano.picture')} />
          <div className={styles.twin}>
            <ScatterTable rows={asked} onOpen={onOpen} />
            <p className={styles.quiet}>{t('expectation:kano.formula')}</p>
          </div>
        </div>
      )}
    </Card>
  );
}

/** G5, G6: expectations by need and by class. */
export function Analysis({
  projectId,
  onOpen,
}: {
  readonly projectId: string;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useRegisterTools();
  const { expectations, facts } = useReadyAnswer('expectation.register', { projectId });
  const rows = useMemo(() => {
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    return [...expectations]
      .sort((a, b) => a.no - b.no)
      .flatMap((record): Row[] => {
        const fact = byId.get(record.id);
        return fact ? [{ record, fact }] : [];
      });
  }, [expectations, facts]);
  if (rows.length === 0)
    return (
      <div className={styles.flow}>
        <NoneYet projectId={projectId} text={t('expectation:analysisEmpty')} />
      </div>
    );
  return (
    <div className={styles.flow}>
      <div className={styles.stack}>
        <Board rows={rows} onOpen={onOpen} />
        <Scatter rows={rows} onOpen={onOpen} />
        <Ladder rows={rows} onOpen={onOpen} />
      </div>
    </div>
  );
}
