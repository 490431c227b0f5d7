/** The risk register: what is more than writing one record. */
import type { Tx } from '#db/log/tx.ts';
import { riskRegister } from '#db/queries/risk.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { RISK_CHECKLIST } from '#shared/domain/risk/checklist.ts';
import { nextReviewOn } from '#shared/domain/risk/review.ts';
import { canOccur } from '#shared/domain/risk/workflow.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { catalogues } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { nextNumber } from '../numbers.ts';
import { requireStatus } from './guards.ts';

const nameOf = (risk: RecordOf<'risk'>): string => clipped(risk.title);

function actionsOf(tx: Tx, riskId: string): RecordOf<'risk_action'>[] {
  const sql = 'SELECT id FROM risk_action WHERE risk_id = ? AND deleted_at IS NULL ORDER BY created_at, id';
  const rows = tx.db.prepare<[string], { id: string }>(sql).all(riskId);
  return rows.map(({ id }) => tx.get('risk_action', id));
}

function createRisk(tx: Tx, values: CreateInput<'risk'>): string {
  const id = tx.create('risk', { ...values, no: nextNumber(tx, 'risk', values.project_id) });
  requireStatus(tx, tx.get('risk', id), 'identified');
  return id;
}

/** Creating and changing one risk, as for every entity, plus the guards of its workflow. */
function recordHandlers(ctx: AppContext): Handlers {
  return {
    'risk.create': ({ values }) => {
      const label = createLabel('risk', values.title);
      return { id: ctx.log.commit(label, (tx) => createRisk(tx, values)).value };
    },
    'risk.update': ({ id, patch }) => {
      const { value } = ctx.log.commit(updateLabel(ctx, 'risk', id, patch), (tx) => {
        const { status } = tx.get('risk', id);
        const changed = tx.update('risk', id, patch);
        requireStatus(tx, tx.get('risk', id), status);
        return changed;
      });
      return { changed: value };
    },
  };
}

/** Severity of the issue a risk turns into: that of its impact, which no longer has a probability. */
function severityOf(risk: RecordOf<'risk'>): 'low' | 'medium' | 'high' {
  if (risk.impact === null) return 'medium';
  return risk.impact >= 4 ? 'high' : risk.impact === 3 ? 'medium' : 'low';
}

function occur(tx: Tx, id: string, today: string): { issue_id: string; activated: number } {
  const risk = tx.get('risk', id);
  if (!canOccur(risk.status))
    throw new AppError('RULE_BROKEN', { entity: 'risk' }, { field: 'risk.status', reason: 'RISK_IS_OVER' });
  const plan = actionsOf(tx, id).filter((a) => a.kind === 'contingency' && a.status === 'open');
  for (const action of plan)
    tx.update('risk_action', action.id, { activated_on: today, due_on: action.due_on ?? today });
  tx.update('risk', id, { status: 'occurred', occurred_on: today });
  const told = plan.flatMap((a) => a.client_text ?? []).join('\n');
  const issue_id = tx.create('issue', {
    project_id: risk.project_id,
    no: nextNumber(tx, 'issue', risk.project_id),
    title: risk.title,
    severity: severityOf(risk),
    risk_id: id,
    raised_on: today,
    owner: risk.owner,
    measure: plan.map((a) => a.text).join('\n') || null,
    reason: risk.cause,
    client_visible: risk.client_visible,
    client_text: risk.client_text,
    client_measure: told || null,
  });
  return { issue_id, activated: plan.length };
}

function duplicate(tx: Tx, id: string, title: string, today: string): string {
  const source = tx.get('risk', id);
  const {
    id: _i,
    created_at: _c,
    updated_at: _u,
    deleted_at: _d,
    deleted_with: _w,
    no: _n,
    ...values
  } = source;
  const copy = createRisk(tx, {
    ...values,
    title,
    status: 'identified',
    identified_on: today,
    occurred_on: null,
  });
  for (const { kind, text, client_text, owner, due_on } of actionsOf(tx, id))
    tx.create('risk_action', { risk_id: copy, kind, text, client_text, owner, due_on });
  return copy;
}

export function riskHandlers(ctx: AppContext): Handlers {
  const named = (id: string): string => {
    const row = ctx.log.projector.read('risk', id) as RecordOf<'risk'> | null;
    return row ? nameOf(row) : '';
  };
  return {
    ...recordHandlers(ctx),
    'risk.register': ({ project_id }) => riskRegister(ctx.store.read, project_id),
    'risk.review': ({ id, probability, impact, note, next_on }) => {
      const today = ctx.today();
      const next = next_on === undefined ? nextReviewOn(today) : next_on;
      const { value } = ctx.log.commit({ key: 'riskReview', args: { name: named(id) } }, (tx) => {
        const review = { risk_id: tx.get('risk', id).id, reviewed_on: today, probability, impact, note };
        tx.update('risk', id, { probability, impact, review_on: next });
        return tx.create('risk_review', review);
      });
      return { id: value, next_on: next };
    },
    'risk.occur': ({ id }) =>
      ctx.log.commit({ key: 'riskOccur', args: { name: named(id) } }, (tx) => occur(tx, id, ctx.today()))
        .value,
    'risk.addFromChecklist': ({ project_id, keys, language }) => {
      const texts = catalogues[language].risk.checklist;
      const chosen = RISK_CHECKLIST.filter((item) => keys.includes(item.key));
      const today = ctx.today();
      const label = { key: 'riskChecklist', args: { count: chosen.length } };
      const { value } = ctx.log.commit(label, (tx) =>
        chosen.map(({ key, category }) =>
          createRisk(tx, {
            project_id,
            ...texts[key],
            category,
            method: 'checklist',
            identified_on: today,
            review_on: nextReviewOn(today),
          }),
        ),
      );
      return { ids: value };
    },
    'risk.duplicate': ({ id, title }) => {
      const label = createLabel('risk', title);
      return { id: ctx.log.commit(label, (tx) => duplicate(tx, id, title, ctx.today())).value };
    },
  };
}
