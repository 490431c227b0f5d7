import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useReadyAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button, EmptyState, type Tone } from '#renderer/ui/index.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import type { CheckState } from '#shared/domain/tracking/premilestone.ts';
import type { CheckAnswer } from '#shared/ipc/channels/milestones.ts';
import { navigate } from '../../state/route.ts';
import { removeRecords, useRegisterTools } from '../register/public.ts';
import { ConfirmMilestoneDialog } from './ConfirmMilestoneDialog.tsx';
import { PlainTable, useTellProblem } from './parts.tsx';
import styles from './tracking.module.css';

const LOOK: Readonly<Record<CheckState, { readonly tone: Tone | 'plain'; readonly icon: ReactNode }>> = {
  confirmed: { tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  moved: { tone: 'warn', icon: <TriangleAlert aria-hidden="true" /> },
  overdue: { tone: 'bad', icon: <TriangleAlert aria-hidden="true" /> },
  due: { tone: 'warn', icon: <Clock aria-hidden="true" /> },
  later: { tone: 'plain', icon: <Clock aria-hidden="true" /> },
  missed: { tone: 'plain', icon: <TriangleAlert aria-hidden="true" /> },
};

function Confirmation({ row }: { readonly row: CheckAnswer }) {
  const { t } = useRegisterTools();
  const { check } = row;
  if (check === null) return <>{NONE}</>;
  return (
    <>
      {t('tracking:check.given', { name: check.by ?? '', date: check.on })}
      {row.state === 'moved' && check.milestoneOn !== null ? (
        <div className={styles.quiet}>{t('tracking:check.movedFrom', { date: check.milestoneOn })}</div>
      ) : null}
      {check.note === null ? null : <div className={styles.quiet}>{check.note}</div>}
    </>
  );
}

function Row({
  row,
  projectId,
  onConfirm,
}: {
  readonly row: CheckAnswer;
  readonly projectId: string;
  readonly onConfirm: () => void;
}) {
  const tools = useRegisterTools();
  const { t } = tools;
  const tell = useTellProblem();
  const { check } = row;
  const promise = row.commitment === null ? null : tools.valueName('task', 'commitment', row.commitment);
  return (
    <tr>
      <th scope="row">
        <Button look="link" onPress={() => navigate({ name: 'plan', projectId, itemId: row.taskId })}>
          {row.name}
        </Button>
        {promise === null ? null : (
          <div className={styles.quiet}>
            {row.promisedOn === null ? promise : `${promise} ${row.promisedOn}`}
          </div>
        )}
      </th>
      <td>{row.expectation ?? row.deliverable ?? NONE}</td>
      <td className={styles.day}>{row.milestoneOn}</td>
      <td className={styles.day}>{row.dueOn}</td>
      <td>
        <Badge tone={LOOK[row.state].tone} icon={LOOK[row.state].icon}>
          {t(`tracking:check.state.${row.state}`)}
        </Badge>
      </td>
      <td>
        <Confirmation row={row} />
      </td>
      <td>
        <span className={styles.badges}>
          <Button small onPress={onConfirm}>
            {t(check === null ? 'tracking:check.confirm' : 'tracking:check.again')}
          </Button>
          {check === null ? null : (
            <Button small look="quiet" onPress={() => void removeRecords([check.id]).catch(tell)}>
              {t('tracking:check.withdraw')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

/** G20, WF5: what the client expects of a milestone is confirmed some working days before it. */
export function Checks({ projectId }: { readonly projectId: string }) {
  const { t, fieldName } = useRegisterTools();
  const rows = useReadyAnswer('tracking.checks', { projectId });
  const project = useReadyAnswer('project.get', { id: projectId });
  const [asked, setAsked] = useState<string | null>(null);
  const row = rows.find(({ taskId }) => taskId === asked);
  if (rows.length === 0)
    return (
      <EmptyState
        text={t('tracking:check.empty')}
        action={{ label: t('tracking:check.toPlan'), onPress: () => navigate({ name: 'plan', projectId }) }}
      />
    );
  return (
    <div className={styles.pane}>
      <div className={styles.flow}>
        <p className={styles.explain}>
          {t('tracking:check.about', { count: project?.premilestone_days ?? 0 })}
        </p>
        <PlainTable
          label={t('tracking:tabs.checks')}
          heads={[
            { text: fieldName('premilestone_check', 'task_id') },
            { text: fieldName('task', 'expectation') },
            { text: t('tracking:check.date') },
            { text: fieldName('premilestone_check', 'due_on') },
            { text: t('tracking:check.stateHead') },
            { text: t('tracking:check.confirmation') },
            { text: t('tracking:actions'), hidden: true },
          ]}
        >
          {rows.map((each) => (
            <Row key={each.taskId} row={each} projectId={projectId} onConfirm={() => setAsked(each.taskId)} />
          ))}
        </PlainTable>
      </div>
      {row === undefined || project === null ? null : (
        <ConfirmMilestoneDialog row={row} clientId={project.client_id} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
