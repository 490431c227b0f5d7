/** G15: notices of delay, prepared from the plan. */
import { milestoneDates, noticesOf } from '#db/queries/agreement.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { textsIn } from '#main/app/texts.ts';
import type { Handlers } from '#main/ipc/router.ts';
import {
  type DelayFacts,
  delayGaps,
  followingMoves,
  lateBy,
  lateMilestones,
} from '#shared/domain/agreement/delayNotice.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { LateMilestoneRow } from '#shared/ipc/channels/agreement.ts';
import type { InputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { nextNumber } from '../numbers.ts';

function late(ctx: AppContext, projectId: string): LateMilestoneRow[] {
  const { read } = ctx.store;
  if (!getRecord(read, 'project', projectId)) throw new AppError('NOT_FOUND', { entity: 'project' });
  const all = milestoneDates(read, projectId);
  const notices = noticesOf(read, projectId);
  return lateMilestones(all).map((milestone) => ({
    id: milestone.id,
    name: milestone.name,
    plannedOn: milestone.plannedOn,
    expectedOn: milestone.expectedOn,
    days: lateBy(milestone),
    following: followingMoves(milestone, all).map(({ id, name, plannedOn, expectedOn }) => ({
      id,
      name,
      plannedOn,
      expectedOn,
    })),
    noticeId: notices.get(milestone.id) ?? null,
  }));
}

function prepare(ctx: AppContext, { taskId, language }: InputOf<'delay_notice.prepare'>): { id: string } {
  const task = getRecord(ctx.store.read, 'task', taskId);
  if (!task) throw new AppError('NOT_FOUND', { entity: 'task' });
  const all = milestoneDates(ctx.store.read, task.project_id);
  const milestone = all.find(({ id }) => id === taskId);
  if (!milestone || milestone.done || lateBy(milestone) === 0)
    throw new AppError('NOT_LATE', { name: clipped(task.name) });
  const say = textsIn(language);
  const wording = (m: { name: string; clientText: string | null }): string => m.clientText?.trim() || m.name;
  // What the client does not see in the plan he does not read about here.
  const moves = followingMoves(milestone, all).filter(({ clientVisible }) => clientVisible);
  const dates = [milestone, ...moves].map((m) =>
    say('docAgreement:delay.move', { name: wording(m), from: m.plannedOn, to: m.expectedOn }),
  );
  const days = lateBy(milestone);
  const title = clipped(say('docAgreement:delay.subject', { name: wording(milestone), count: days }), 300);
  const label = createLabel('delay_notice', title);
  const { value } = ctx.log.commit(label, (tx) =>
    tx.create('delay_notice', {
      project_id: task.project_id,
      no: nextNumber(tx, 'delay_notice', task.project_id),
      title,
      task_id: taskId,
      days,
      recovery_on: milestone.expectedOn,
      revised_dates: clipped(dates.join('\n'), 5_000),
    }),
  );
  return { id: value };
}

/** G15: the four parts are there before a notice counts as issued. @throws AppError RULE_BROKEN */
export function requireWhole(notice: DelayFacts): void {
  const field = delayGaps(notice)[0];
  if (field === undefined) return;
  throw new AppError(
    'RULE_BROKEN',
    { entity: 'delay_notice' },
    { field: `delay_notice.${field}`, reason: `DELAY_${field.toUpperCase()}` },
  );
}

export function delayHandlers(ctx: AppContext): Handlers {
  return {
    'delay_notice.late': ({ projectId }) => late(ctx, projectId),
    'delay_notice.prepare': (input) => prepare(ctx, input),
    'delay_notice.update': ({ id, patch }) => {
      const { value } = ctx.log.commit(updateLabel(ctx, 'delay_notice', id, patch), (tx) => {
        const changed = tx.update('delay_notice', id, patch);
        const notice = tx.get('delay_notice', id);
        if (notice.status !== 'draft') requireWhole(notice);
        return changed;
      });
      return { changed: value };
    },
  };
}
