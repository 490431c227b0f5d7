import { reportOverview } from '#db/queries/report.ts';
import type { AppContext } from '#main/app/context.ts';
import type { Handlers } from '#main/ipc/router.ts';
import { ContentStore } from '#main/services/files/contentStore.ts';
import { Delivery } from './deliver.ts';
import { composeAnswer, createReport, releaseTasks, setWording, suggest, updateDraft } from './draft.ts';
import { Freezer } from './freeze.ts';

export function reportHandlers(ctx: AppContext): Handlers {
  const files = new ContentStore(ctx.dataDir);
  const freezer = new Freezer(ctx, files);
  const delivery = new Delivery(ctx, files);
  return {
    'report.overview': ({ projectId }) => reportOverview(ctx.store.read, projectId ?? null),
    'report.compose': (input) => composeAnswer(ctx, input),
    'report.suggest': ({ projectId }) => suggest(ctx, projectId),
    'report.create': (input) => createReport(ctx, input),
    'report.updateDraft': (input) => updateDraft(ctx, input),
    'report.setWording': ({ reportId, wording }) => setWording(ctx, reportId, wording),
    'report.releaseTasks': ({ projectId }) => releaseTasks(ctx, projectId),
    'report.freeze': (input, task) => freezer.freeze(input, task),
    'report.export': async ({ reportId }) => {
      await freezer.ensurePages(reportId);
      return delivery.export(reportId);
    },
    'report.verify': async ({ reportId }) => {
      await freezer.ensurePages(reportId);
      return delivery.verify(reportId);
    },
    'report.draftMail': async ({ reportId }) => {
      await freezer.ensurePages(reportId);
      return delivery.draftMail(reportId);
    },
    'report.revealDraft': async ({ reportId }) => {
      await freezer.ensurePages(reportId);
      await delivery.revealDraft(reportId);
      return {};
    },
    'report.openMailto': async ({ reportId }) => {
      await freezer.ensurePages(reportId);
      await delivery.openMailto(reportId);
      return {};
    },
    'report.markSent': ({ reportId }) => delivery.markSent(reportId),
  };
}
