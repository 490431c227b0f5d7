import { useI18n } from '#renderer/i18n/index.ts';
import { Badge, Card } from '#renderer/ui/index.ts';
import { columnLetter } from '#shared/interchange/table/model.ts';
import type { TablePreview, TableProblem } from '#shared/ipc/channels/table.ts';
import { frameStyles, Numbers } from '../importFrame/public.ts';
import { problemText } from './texts.ts';

function ProblemLine({ problem }: { readonly problem: TableProblem }) {
  const { t } = useI18n();
  const { row, column, field } = problem;
  const name = t(`tableImport:field.${field}`);
  return (
    <li>
      <strong>
        {column === null
          ? t('tableImport:place_row', { row, field: name })
          : t('tableImport:place_cell', { row, letter: columnLetter(column), field: name })}
      </strong>{' '}
      {problemText(t, problem)}
    </li>
  );
}

function Problems({ preview }: { readonly preview: TablePreview }) {
  const { t, format } = useI18n();
  const { problems, problemCount } = preview;
  const hidden = problemCount - problems.length;
  return (
    <Card
      title={t('tableImport:problems')}
      {...(problemCount > 0 ? { actions: <Badge tone="warn">{format.number(problemCount)}</Badge> } : {})}
    >
      {problemCount === 0 ? <p className={frameStyles.muted}>{t('tableImport:noProblems')}</p> : null}
      <ul className={frameStyles.lines} hidden={problemCount === 0}>
        {problems.map((problem) => (
          <ProblemLine key={JSON.stringify(problem)} problem={problem} />
        ))}
        {hidden > 0 ? (
          <li className={frameStyles.muted}>
            {t('tableImport:moreProblems', { number: format.number(hidden) })}
          </li>
        ) : null}
      </ul>
    </Card>
  );
}

/** What the import would create, and every cell that stands in its way. */
export function DryRun({ preview }: { readonly preview: TablePreview }) {
  const { t, format } = useI18n();
  const { counts, cut, start, finish } = preview;
  const numbers = [
    [t('tableImport:count.tasks'), format.number(counts.tasks)],
    [t('tableImport:count.summaries'), format.number(counts.summaries)],
    [t('tableImport:count.milestones'), format.number(counts.milestones)],
    [t('tableImport:count.links'), format.number(counts.links)],
    ...(start === null || finish === null
      ? []
      : [[t('tableImport:span'), `${format.plainDate(start)} – ${format.plainDate(finish)}`] as const]),
  ] as const;
  const remarks = [
    ...(preview.daysOff > 0 ? [t('tableImport:daysOff', { count: preview.daysOff })] : []),
    ...(preview.durationsDiffer > 0 ? [t('tableImport:durations', { count: preview.durationsDiffer })] : []),
    ...(preview.beforeLinks > 0 ? [t('tableImport:beforeLinks', { count: preview.beforeLinks })] : []),
    ...preview.ignored.map(({ kind, row, text }) => t(`tableImport:ignored.${kind}`, { row, text })),
    ...(cut.rows > 0 ? [t('tableImport:cutRows', { count: cut.rows })] : []),
    ...(cut.columns > 0 ? [t('tableImport:cutColumns', { count: cut.columns })] : []),
  ];
  return (
    <>
      <Card title={t('tableImport:dryRun')}>
        <Numbers rows={numbers} />
        {remarks.length === 0 ? null : (
          <ul className={frameStyles.lines}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
      </Card>
      <Problems preview={preview} />
    </>
  );
}
