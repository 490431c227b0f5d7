import { openMilestones, portfolioProjects, portfolioRows } from '#db/queries/portfolio.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AppContext } from '../context.ts';

/** Reading over all projects. */
export function portfolioHandlers(ctx: AppContext): Handlers {
  return {
    'milestones.list': () => ({ today: ctx.today(), ...openMilestones(ctx.store.read) }),
    'portfolio.get': ({ projectIds }) => {
      const projects = portfolioProjects(ctx.store.read);
      const known = new Set(projects.map(({ id }) => id));
      if (projectIds?.some((id) => !known.has(id))) throw new AppError('NOT_FOUND', { entity: 'project' });
      const chosen = projectIds === undefined ? known : new Set(projectIds);
      const rows = projects
        .filter(({ id }) => chosen.has(id))
        .flatMap((project) => portfolioRows(ctx.store.read, project));
      return { today: ctx.today(), projects, rows };
    },
  };
}
