import { CircleCheck, CircleMinus, OctagonAlert, Plus, TriangleAlert, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCommand, useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, EmptyState, IconButton, type Tone } from '#renderer/ui/index.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import type { BufferLight } from '#shared/domain/tracking/buffer.ts';
import { inDays } from '#shared/domain/tracking/workDays.ts';
import type { BufferRow } from '#shared/ipc/channels/milestones.ts';
import { navigate } from '../../state/route.ts';
import { useRegisterTools } from '../register/public.ts';
import { AddBufferDialog, UseBufferDialog } from './BufferDialogs.tsx';
import { PlainTable, signedDays, useTellProblem } from './parts.tsx';
import styles from './tracking.module.css';

const LOOK: Readonly<Record<BufferLight, { readonly tone: Tone | 'plain'; readonly icon: ReactNode }>> = {
  untouched: { tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  calm: { tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  watch: { tone: 'warn', icon: <TriangleAlert aria-hidden="true" /> },
  act: { tone: 'bad', icon: <OctagonAlert aria-hidden="true" /> },
  empty: { tone: 'bad', icon: <CircleMinus aria-hidden="true" /> },
};

/** Two bars one above the other: what is used, and how much of the time has passed. */
function Consumption({ row }: { readonly row: BufferRow }) {
  const { t, format } = useRegisterTools();
  const used = row.usedPercent ?? 0;
  return (
    <div className={styles.consumption}>
      <div>
        {t('tracking:buffer.used', { percent: format.percent(used / 100) })}
        <span className={styles.meter} aria-hidden="true">
          <span data-tone={LOOK[row.light].tone} style={{ width: `${used}%` }} />
        </span>
      </div>
      <div className={styles.quiet}>
        {t('tracking:buffer.time', { percent: format.percent(row.timePercent / 100) })}
        <span className={styles.meter} aria-hidden="true">
          <span style={{ width: `${row.timePercent}%` }} />
        </span>
      </div>
    </div>
  );
}

function Uses({ row, minutesPerDay }: { readonly row: BufferRow; readonly minutesPerDay: number }) {
  const { t } = useRegisterTools();
  const command = useCommand('tracking.removeBufferUse');
  const tell = useTellProblem();
  if (row.uses.length === 0) return <p className={styles.quiet}>{t('tracking:buffer.noUses')}</p>;
  return (
    <ul className={styles.uses}>
      {row.uses.map((use) => (
        <li key={use.id}>
          <span className={styles.day}>{use.on}</span>
          <span className={styles.day}>
            {t('tracking:buffer.days', { days: signedDays(inDays(-use.tenths, minutesPerDay)) })}
          </span>
          <span>
            {use.reason}
            {use.risk === null ? null : <span className={styles.quiet}> · {use.risk}</span>}
          </span>
          <IconButton
            small
            label={t('tracking:buffer.takeBack', { reason: use.reason })}
            icon={<Undo2 />}
            onPress={() => void command.mutateAsync({ id: use.id }).catch(tell)}
          />
        </li>
      ))}
    </ul>
  );
}

function Row({
  row,
  projectId,
  minutesPerDay,
  onUse,
}: {
  readonly row: BufferRow;
  readonly projectId: string;
  readonly minutesPerDay: number;
  readonly onUse: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const days = (tenths: number): string => t('tracking:buffer.days', { days: inDays(tenths, minutesPerDay) });
  return (
    <tr>
      <th scope="row">
        <Button look="link" onPress={() => navigate({ name: 'plan', projectId, itemId: row.id })}>
          {row.name}
        </Button>
        <div className={styles.quiet}>
          {tools.valueName('task', 'buffer_kind', row.kind)}
          {row.reason === null ? null : ` · ${row.reason}`}
        </div>
      </th>
      <td className={styles.end}>{days(row.total)}</td>
      <td className={styles.end}>{days(row.left)}</td>
      <td className={styles.day}>{row.finishOn ?? NONE}</td>
      <td>
        <Consumption row={row} />
      </td>
      <td>
        <Badge tone={LOOK[row.light].tone} icon={LOOK[row.light].icon}>
          {t(`tracking:buffer.light.${row.light}`)}
        </Badge>
      </td>
      <td>
        <Uses row={row} minutesPerDay={minutesPerDay} />
        <Button small onPress={onUse}>
          {t('tracking:buffer.use')}
        </Button>
      </td>
    </tr>
  );
}

/** I6, I7, N7: reserves for risks and for changes, what was taken from them and why. */
export function Buffers({ projectId }: { readonly projectId: string }) {
  const { t, entityName } = useRegisterTools();
  const { rows, minutesPerDay } = useReadyAnswer('tracking.buffers', { projectId });
  const [adding, setAdding] = useState(false);
  const [usedId, setUsedId] = useState<string | null>(null);
  const used = rows.find(({ id }) => id === usedId);
  const add = { label: t('tracking:buffer.add'), onPress: () => setAdding(true) };
  return (
    <div className={styles.pane}>
      {rows.length === 0 ? (
        <EmptyState text={t('tracking:buffer.empty')} action={add} />
      ) : (
        <div className={styles.flow}>
          <div className={styles.bar}>
            <Button look="primary" icon={<Plus aria-hidden="true" />} onPress={add.onPress}>
              {add.label}
            </Button>
          </div>
          <p className={styles.explain}>{t('tracking:buffer.about')}</p>
          <PlainTable
            label={t('tracking:tabs.buffers')}
            heads={[
              { text: t('tracking:buffer.name') },
              { text: t('tracking:buffer.total'), end: true },
              { text: t('tracking:buffer.left'), end: true },
              { text: t('tracking:buffer.finish') },
              { text: t('tracking:buffer.consumption') },
              { text: t('tracking:buffer.state') },
              { text: entityName('buffer_use') },
            ]}
          >
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                projectId={projectId}
                minutesPerDay={minutesPerDay}
                onUse={() => setUsedId(row.id)}
              />
            ))}
          </PlainTable>
        </div>
      )}
      {adding ? <AddBufferDialog projectId={projectId} onClose={() => setAdding(false)} /> : null}
      {used === undefined ? null : (
        <UseBufferDialog row={used} projectId={projectId} onClose={() => setUsedId(null)} />
      )}
    </div>
  );
}
