import { useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, Checkbox, DateField, EmptyState, showToast } from '#renderer/ui/index.ts';
import type { UntoldRow } from '#shared/ipc/channels/communication.ts';
import { navigate, type Route } from '../../state/route.ts';
import { type RegisterTools, useRegisterTools } from '../register/public.ts';
import styles from './communication.module.css';
import { run } from './run.ts';

function reasonText(row: UntoldRow, { t, format }: RegisterTools): string {
  if (row.kind === 'date' && row.from_on !== null && row.to_on !== null) {
    const { days } = row;
    const values = { from: format.date(row.from_on), to: format.date(row.to_on), count: Math.abs(days ?? 0) };
    return (days ?? 0) > 0
      ? t('communication:untold.later', values)
      : t('communication:untold.earlier', values);
  }
  if (row.reason === 'never') return t('communication:untold.never');
  return t('communication:untold.changed', {
    date: row.informed_on === null ? '' : format.date(row.informed_on),
  });
}

function routeOf(row: UntoldRow, projectId: string): Route {
  const itemId = row.id;
  return row.kind === 'date' ? { name: 'plan', projectId, itemId } : { name: 'risks', projectId, itemId };
}

interface LineProps {
  readonly row: UntoldRow;
  readonly projectId: string;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function Line({ row, projectId, chosen, onChoose }: LineProps) {
  const tools = useRegisterTools();
  const { t } = tools;
  return (
    <li className={styles.entry}>
      <Checkbox
        labelHidden
        label={t('communication:untold.choose', { name: row.title })}
        isSelected={chosen}
        onChange={onChoose}
      />
      <div className={styles.entryMain}>
        <div className={styles.acts}>
          <Badge>{t(`communication:untold.kind.${row.kind}`)}</Badge>
          <Button look="link" onPress={() => navigate(routeOf(row, projectId))}>
            {row.title}
          </Button>
        </div>
        <div className={styles.quiet}>{reasonText(row, tools)}</div>
        {row.kind === 'date' || row.kind === 'decision' ? null : (
          <p>{row.client_text ?? <em>{t('communication:untold.noWords')}</em>}</p>
        )}
      </div>
    </li>
  );
}

function Acts(props: {
  readonly projectId: string;
  readonly rows: readonly UntoldRow[];
  readonly chosen: readonly string[];
  readonly onAll: (on: boolean) => void;
  readonly onDone: () => void;
}) {
  const tools = useRegisterTools();
  const { t, today } = tools;
  const { projectId, rows, chosen } = props;
  const [on, setOn] = useState<string | null>(today);
  const mark = async () => {
    const done = await run(tools, 'comm.markTold', { projectId, ids: [...chosen], on: on ?? today });
    if (done === null) return;
    props.onDone();
    showToast({ tone: 'good', text: t('communication:untold.marked', { count: done.told }) });
  };
  return (
    <div className={styles.toolbar}>
      <Checkbox
        label={t('communication:untold.all')}
        isSelected={chosen.length === rows.length}
        isIndeterminate={chosen.length > 0 && chosen.length < rows.length}
        onChange={props.onAll}
      />
      <DateField label={t('communication:untold.on')} value={on} onChange={setOn} max={today} />
      <Button look="primary" isDisabled={chosen.length === 0} onPress={() => void mark()}>
        {t('communication:untold.mark', { count: chosen.length })}
      </Button>
      <Button onPress={() => navigate({ name: 'projectReports', projectId })}>
        {t('communication:untold.report')}
      </Button>
    </div>
  );
}

/** O14: no gap between what we know and what the client knows. */
export function Untold({ projectId }: { readonly projectId: string }) {
  const { t } = useRegisterTools();
  const rows = useReadyAnswer('comm.untold', { projectId });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  if (rows.length === 0) return <EmptyState text={t('communication:untold.empty')} />;
  // What was told meanwhile is no longer chosen.
  const chosen = rows.flatMap(({ id }) => (picked.has(id) ? [id] : []));
  const choose = (id: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <div className={styles.page}>
      <p className={styles.quiet}>{t('communication:untold.intro')}</p>
      <Acts
        projectId={projectId}
        rows={rows}
        chosen={chosen}
        onAll={(on) => setPicked(new Set(on ? rows.map(({ id }) => id) : []))}
        onDone={() => setPicked(new Set())}
      />
      <ul className={styles.entries} aria-label={t('communication:untold.list')}>
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            projectId={projectId}
            chosen={picked.has(row.id)}
            onChoose={(on) => choose(row.id, on)}
          />
        ))}
      </ul>
    </div>
  );
}
