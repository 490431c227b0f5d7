/** Expectations: the guards of their life, the radar, and what closed projects suggest. */
import type { Tx } from '#db/log/tx.ts';
import { expectationFacts, expectationRadar } from '#db/queries/expectation.ts';
import { suggestedExpectations } from '#db/queries/expectationPast.ts';
import { getRecord, listRecords } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type CreateInput, type RecordOf, typeOfId } from '#shared/model/registry.ts';
import type { AppContext } from '../context.ts';
import { createLabel, updateLabel } from '../labels.ts';
import { nextNumber } from '../numbers.ts';
import { causeHandlers } from './causes.ts';
import { requireLife } from './guards.ts';

function createExpectation(tx: Tx, values: CreateInput<'expectation'>): string {
  const id = tx.create('expectation', { ...values, no: nextNumber(tx, 'expectation', values.project_id) });
  requireLife(tx, tx.get('expectation', id), 'identified');
  return id;
}

/** Creating and changing one expectation, as for every entity, plus the guards of its life (X8). */
function lifeHandlers(ctx: AppContext): Handlers {
  return {
    'expectation.create': ({ values }) => {
      const label = createLabel('expectation', values.text);
      return { id: ctx.log.commit(label, (tx) => createExpectation(tx, values)).value };
    },
    'expectation.update': ({ id, patch }) => {
      const { value } = ctx.log.commit(updateLabel(ctx, 'expectation', id, patch), (tx) => {
        const { status } = tx.get('expectation', id);
        const changed = tx.update('expectation', id, patch);
        requireLife(tx, tx.get('expectation', id), status);
        return changed;
      });
      return { changed: value };
    },
  };
}

/** Copies what was expected elsewhere: the wish and its analysis, not what was agreed about it. */
function adopted(tx: Tx, id: string, projectId: string, today: string): CreateInput<'expectation'> {
  const type = typeOfId(id);
  if (type === 'requirement') {
    const { text } = tx.get('requirement', id);
    return { project_id: projectId, text, raised_on: today, channel: 'other' };
  }
  if (type !== 'expectation') throw new AppError('NOT_FOUND', { entity: 'expectation' });
  const { text, aspect, maslow, kano, weight, factors } = tx.get('expectation', id);
  return {
    project_id: projectId,
    text,
    aspect,
    maslow,
    kano,
    weight,
    factors,
    raised_on: today,
    channel: 'other',
  };
}

export function expectationHandlers(ctx: AppContext): Handlers {
  const projectOf = (id: string): RecordOf<'project'> => {
    const project = getRecord(ctx.store.read, 'project', id);
    if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
    return project;
  };
  const moment = () => ({ today: ctx.today(), at: new Date(ctx.ports.clock.now()).toISOString() });
  return {
    ...lifeHandlers(ctx),
    ...causeHandlers(ctx),
    'expectation.register': ({ projectId }) => ({
      expectations: listRecords(ctx.store.read, 'expectation', { project_id: projectOf(projectId).id }),
      facts: expectationFacts(ctx.store.read, projectId, moment()),
    }),
    'expectation.radar': ({ projectId }) => expectationRadar(ctx.store.read, projectOf(projectId), moment()),
    'expectation.suggest': ({ projectId }) => ({
      suggestions: suggestedExpectations(ctx.store.read, projectOf(projectId).id),
    }),
    'expectation.adopt': ({ projectId, ids }) => {
      const { name } = projectOf(projectId);
      // Only what was suggested: another project's words do not wander by id.
      const known = new Set(suggestedExpectations(ctx.store.read, projectId).map(({ id }) => id));
      const wanted = [...new Set(ids)];
      if (wanted.some((id) => !known.has(id))) throw new AppError('NOT_FOUND', { entity: 'expectation' });
      const label = { key: 'expectationAdopt', args: { count: wanted.length, name: clipped(name) } };
      const { value } = ctx.log.commit(label, (tx) =>
        wanted.map((id) => createExpectation(tx, adopted(tx, id, projectId, ctx.today()))),
      );
      return { ids: value };
    },
  };
}
