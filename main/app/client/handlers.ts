/** The client page and what is done from it. */
import {
  clientHabits,
  clientOverview,
  missingTouches,
  plannedTouches,
  readFinished,
  signedBy,
} from '#db/queries/client.ts';
import { clientTimeline } from '#db/queries/clientTimeline.ts';
import { getRecord } from '#db/queries/records.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { type AppContext, localReader } from '../context.ts';
import { textsIn } from '../texts.ts';
import { toExpectation } from './expectation.ts';
import { exportClient } from './export.ts';
import { feedbackHandlers } from './feedback.ts';

function requireClient(ctx: AppContext, id: string): void {
  if (!getRecord(ctx.store.read, 'client', id)) throw new AppError('NOT_FOUND', { entity: 'client' });
}

/** B9: plans what is missing; a project that is still under way has nothing to plan. */
function planTouches(ctx: AppContext, projectId: string, language: Locale): { ids: string[] } {
  const project = getRecord(ctx.store.read, 'project', projectId);
  if (!project) throw new AppError('NOT_FOUND', { entity: 'project' });
  const today = ctx.today();
  const { value } = ctx.log.commit({ key: 'carePlan', args: { name: clipped(project.name) } }, (tx) => {
    const finished = readFinished(tx.db, project.client_id).find(({ id }) => id === projectId);
    if (!finished) throw new AppError('CARE_TOO_EARLY', { name: project.name });
    const planned = plannedTouches(tx.db, project.client_id).get(projectId) ?? new Set();
    return missingTouches(finished, planned, today).map(({ point, kind, due_on }) =>
      tx.create('care_task', {
        client_id: project.client_id,
        project_id: projectId,
        kind,
        text: textsIn(language)(`client:touch.${point}`, { project: project.name }).slice(0, 500),
        due_on,
        standard: point,
      }),
    );
  });
  return { ids: value };
}

export function clientHandlers(ctx: AppContext): Handlers {
  return {
    ...feedbackHandlers(ctx),
    'client.overview': ({ clientId }) => {
      const page = clientOverview(ctx.store.read, clientId, ctx.today());
      if (!page) throw new AppError('NOT_FOUND', { entity: 'client' });
      return page;
    },
    'client.habits': ({ clientId }) => {
      requireClient(ctx, clientId);
      return clientHabits(ctx.store.read, clientId);
    },
    'client.timeline': ({ clientId, filter, limit }) => {
      requireClient(ctx, clientId);
      return clientTimeline(ctx.store.read, clientId, filter, limit, localReader(ctx));
    },
    'client.signed': ({ id }) => ({ documents: signedBy(ctx.store.read, id) }),
    'client.export': (input) => exportClient(ctx, input),
    'client.toExpectation': ({ id, projectId }) => toExpectation(ctx, id, projectId),
    'care.plan': ({ projectId, language }) => planTouches(ctx, projectId, language),
  };
}
