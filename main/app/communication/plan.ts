/** The communication plan: its usual rows, and when they are due again. */
import type { Tx } from '#db/log/tx.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { firstDue, missingRows, type ProjectTraits } from '#shared/domain/communication/defaults.ts';
import { afterDone } from '#shared/domain/communication/frequency.ts';
import { type ContactMade, fulfils } from '#shared/domain/communication/fulfils.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { textsIn } from '../texts.ts';

type PlanItem = RecordOf<'comm_plan_item'>;

/** A5, A6: what the usual rows depend on; the latest screening counts. */
export function traitsOf(tx: Tx, project: RecordOf<'project'>): ProjectTraits {
  const screenings = listRecords(tx.db, 'risk_screening', { project_id: project.id });
  const latest = screenings.sort((a, b) => (a.screened_on < b.screened_on ? 1 : -1))[0];
  const { kind, stage, complexity, report_frequency } = project;
  return { kind, stage, complexity, report_frequency, risky: latest?.result === 'risky' };
}

/** Adds the usual rows that are missing, in words of the language. */
export function addStandard(
  ctx: AppContext,
  input: InputOf<'comm.addStandard'>,
): OutputOf<'comm.addStandard'> {
  const name = clipped(getRecord(ctx.store.read, 'project', input.projectId)?.name);
  const { value } = ctx.log.commit({ key: 'commPlanAdd', args: { name } }, (tx) => {
    const project = tx.get('project', input.projectId);
    const client = tx.find('client', project.client_id);
    const say = textsIn(input.language);
    const known = listRecords(tx.db, 'comm_plan_item', { project_id: project.id });
    const rows = missingRows(traitsOf(tx, project), known).filter(
      ({ standard }) => input.only === undefined || input.only.includes(standard),
    );
    const today = ctx.today();
    return rows.map((row) => {
      const whole = say(`communication:audienceName.${row.audience_kind}`);
      return tx.create('comm_plan_item', {
        ...row,
        project_id: project.id,
        audience: row.audience_kind === 'client' ? clipped(client?.name ?? whole, 200) : whole,
        purpose: say(`communication:standard.${row.standard}.purpose`),
        content: say(`communication:standard.${row.standard}.content`),
        owner: project.communication_owner ?? project.manager,
        next_due_on: firstDue(row, project.stage, today),
      });
    });
  });
  return { ids: value };
}

/** Says that a row was done on a day; a contact entered late changes nothing. */
export function advance(tx: Tx, item: PlanItem, doneOn: string): void {
  tx.update('comm_plan_item', item.id, afterDone(item, doneOn));
}

export function planDone(ctx: AppContext, { id, on }: InputOf<'comm.planDone'>): OutputOf<'comm.planDone'> {
  const name = clipped(getRecord(ctx.store.read, 'comm_plan_item', id)?.purpose);
  const { value } = ctx.log.commit({ key: 'commPlanDone', args: { name } }, (tx) => {
    advance(tx, tx.get('comm_plan_item', id), on);
    return tx.get('comm_plan_item', id).next_due_on;
  });
  return { next_due_on: value };
}

/** Rows of the plan that a contact counts for are done on its day. */
export function countContact(tx: Tx, made: ContactMade, on: string): void {
  const items = listRecords(tx.db, 'comm_plan_item', { project_id: made.project_id });
  for (const item of items) if (fulfils(item, made)) advance(tx, item, on);
}
