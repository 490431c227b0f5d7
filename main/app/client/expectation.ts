/** B4, B10, B12: what was only felt becomes an expectation of a project. */
import type { Tx } from '#db/log/tx.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type CreateInput, typeOfId } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { nextNumber } from '../numbers.ts';

type Values = Omit<CreateInput<'expectation'>, 'project_id'>;

interface Origin {
  readonly type: 'concern' | 'feedback' | 'market_note';
  readonly projectId: string | null;
  readonly expectationId: string | null;
  readonly values: Values;
}

function originOf(tx: Tx, id: string): Origin {
  const type = typeOfId(id);
  if (type === 'concern') {
    const { project_id, expectation_id, text, latent_expectation, contact_id, clause_id, raised_on } = tx.get(
      'concern',
      id,
    );
    return {
      type,
      projectId: project_id,
      expectationId: expectation_id,
      values: {
        text: latent_expectation?.trim() ? latent_expectation : text,
        // The words it was inferred from stay with it.
        factors: latent_expectation?.trim() ? text : null,
        channel: 'meeting',
        contact_id,
        clause_id,
        raised_on,
      },
    };
  }
  if (type === 'feedback') {
    const { project_id, expectation_id, text, contact_id, received_on } = tx.get('feedback', id);
    return {
      type,
      projectId: project_id,
      expectationId: expectation_id,
      values: { text: text.slice(0, 5_000), contact_id, raised_on: received_on },
    };
  }
  if (type === 'market_note') {
    const { expectation_id, topic, implication, source, noted_on } = tx.get('market_note', id);
    const why = [topic, source].filter(Boolean).join(' · ');
    return {
      type,
      projectId: null,
      expectationId: expectation_id,
      values: {
        text: implication?.trim() ? implication : topic,
        factors: why,
        channel: 'market_research',
        raised_on: noted_on,
      },
    };
  }
  throw new AppError('NOT_FOUND', { entity: 'concern' });
}

/**
 * Makes the expectation and links it, in one step. One that is there already is returned.
 * @throws AppError NOT_FOUND; EXPECTATION_NEEDS_PROJECT where neither record nor user names a project
 */
export function toExpectation(
  ctx: AppContext,
  id: string,
  wanted: string | undefined,
): { id: string; projectId: string } {
  const { value } = ctx.log.commit({ key: 'toExpectation', args: { name: nameOf(ctx, id) } }, (tx) => {
    const origin = originOf(tx, id);
    const known = origin.expectationId === null ? null : tx.find('expectation', origin.expectationId);
    if (known) return { id: known.id, projectId: known.project_id };
    const projectId = origin.projectId ?? wanted;
    if (projectId === undefined)
      throw new AppError('EXPECTATION_NEEDS_PROJECT', {}, { field: `${origin.type}.project_id` });
    const project = tx.get('project', projectId);
    const expectation = tx.create('expectation', {
      project_id: projectId,
      no: nextNumber(tx, 'expectation', projectId),
      stage: project.stage,
      ...origin.values,
    });
    if (origin.type === 'concern')
      tx.update('concern', id, {
        expectation_id: expectation,
        status: 'became_expectation',
        project_id: projectId,
      });
    else tx.update(origin.type, id, { expectation_id: expectation });
    return { id: expectation, projectId };
  });
  return value;
}

function nameOf(ctx: AppContext, id: string): string {
  const type = typeOfId(id);
  if (type === null) return '';
  const row = ctx.log.projector.read(type, id);
  return clipped(row?.text ?? row?.topic);
}
