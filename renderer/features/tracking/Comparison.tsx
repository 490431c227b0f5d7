import { useMemo, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { type Column, DataGrid, EmptyState } from '#renderer/ui/index.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import type { Comparison as Answer, TaskChangeAnswer } from '#shared/ipc/channels/tracking.ts';
import { navigate } from '../../state/route.ts';
import { type RegisterTools, useRegisterTools } from '../register/public.ts';
import { dayText, type Figure, Figures, ListButtons, signedDays } from './parts.tsx';
import styles from './tracking.module.css';

function signedMoney(minor: number | null, currency: string, { format }: RegisterTools): string {
  if (minor === null) return NONE;
  if (minor === 0) return format.money(0, currency);
  return `${minor < 0 ? '−' : '+'}${format.money(Math.abs(minor), currency)}`;
}

function columnsOf(tools: RegisterTools, currency: string): Column<TaskChangeAnswer>[] {
  const { t } = tools;
  const date = (id: string, header: string, text: (row: TaskChangeAnswer) => string) => ({
    id,
    header,
    width: 104,
    text,
  });
  return [
    {
      id: 'name',
      header: tools.entityName('task'),
      width: 220,
      grow: true,
      rowHeader: true,
      text: (row) => row.name,
    },
    {
      id: 'kinds',
      header: t('tracking:compare.what'),
      width: 150,
      text: (row) => tools.format.list(row.kinds.map((kind) => t(`tracking:compare.kind.${kind}`))),
    },
    date('startBefore', t('tracking:compare.startBefore'), (row) => dayText(row.before?.start ?? null)),
    date('startAfter', t('tracking:compare.startAfter'), (row) => dayText(row.after?.start ?? null)),
    date('finishBefore', t('tracking:compare.finishBefore'), (row) => dayText(row.before?.finish ?? null)),
    date('finishAfter', t('tracking:compare.finishAfter'), (row) => dayText(row.after?.finish ?? null)),
    {
      id: 'late',
      header: t('tracking:compare.late'),
      width: 92,
      align: 'end',
      text: (row) => signedDays(row.finishDays),
    },
    {
      id: 'duration',
      header: t('tracking:compare.duration'),
      width: 92,
      align: 'end',
      text: (row) => signedDays(row.durationDays),
    },
    {
      id: 'cost',
      header: t('tracking:compare.cost'),
      width: 120,
      align: 'end',
      text: (row) => signedMoney(row.costChange, currency, tools),
    },
  ];
}

function summaryOf(answer: Answer, tools: RegisterTools): Figure[] {
  const { t } = tools;
  const cost =
    answer.costBefore === null && answer.costAfter === null
      ? null
      : (answer.costAfter ?? 0) - (answer.costBefore ?? 0);
  const late = answer.finishDays ?? 0;
  return [
    { label: t('tracking:compare.changed'), value: String(answer.changes.length) },
    { label: t('tracking:compare.unchanged'), value: String(answer.unchanged) },
    {
      label: t('tracking:compare.finish'),
      value: `${dayText(answer.finishAfter)} (${t('tracking:compare.days', { days: signedDays(answer.finishDays) })})`,
      ...(late > 0 ? { tone: 'bad' as const } : {}),
    },
    { label: t('tracking:compare.cost'), value: signedMoney(cost, answer.currency, tools) },
  ];
}

/** The list of changed tasks: what moved and by how many working days, what came and went, what it costs. */
export function Comparison(props: {
  readonly projectId: string;
  readonly fromId: string;
  /** Null: the plan as it is now. */
  readonly toId: string | null;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const answer = useReadyAnswer('tracking.compare', props);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => columnsOf(tools, answer.currency), [tools, answer.currency]);
  const cells = () => [
    columns.map(({ header }) => header),
    ...answer.changes.map((row) => columns.map(({ text }) => text(row))),
  ];
  return (
    <>
      <div className={styles.bar}>
        <Figures items={summaryOf(answer, tools)} />
        <span className={styles.grow} />
        <ListButtons name={t('tracking:compare.heading')} cells={cells} />
      </div>
      {answer.changes.length === 0 ? (
        <EmptyState text={t('tracking:compare.none')} />
      ) : (
        <div className={styles.grid}>
          <DataGrid
            label={t('tracking:compare.heading')}
            columns={columns}
            rows={answer.changes}
            rowId={(row) => row.id}
            selection={selection}
            onSelectionChange={setSelection}
            onOpen={(row) => {
              if (row.after) navigate({ name: 'plan', projectId: props.projectId, itemId: row.id });
            }}
          />
        </div>
      )}
    </>
  );
}
