/** The sample project: made with one undo step, removed with one. */
import type { Tx } from '#db/log/tx.ts';
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { sealBaseline } from '#main/app/tracking/baselines.ts';
import type { Handlers } from '#main/ipc/router.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { LOCALES } from '#shared/model/entities/client.ts';
import { contents } from '#shared/sample/content/index.ts';
import { buildSample, type SampleData } from '#shared/sample/sample.ts';
import { idOf, sampleIds, writeRecords } from './create.ts';
import { issueSamplePapers } from './papers.ts';
import { makeFrozenReport } from './reports.ts';
import { openSampleDeviation } from './tracking.ts';

interface SamplePlace {
  readonly clientId: string;
  readonly projectId: string;
}

/** The sample that is there already, so that it is never made twice. */
function existing(ctx: AppContext): SamplePlace | null {
  for (const client of listRecords(ctx.store.read, 'client')) {
    if (!client.sample) continue;
    const project = listRecords(ctx.store.read, 'project', { client_id: client.id }).find((p) => p.sample);
    if (project) return { clientId: client.id, projectId: project.id };
  }
  return null;
}

/** Turns wall-clock times of the user's zone into instants, with the offset of this moment. */
function instants(ctx: AppContext): (local: string) => string {
  const offset = Date.parse(`${ctx.nowLocal()}Z`) - Math.floor(ctx.ports.clock.now() / 1000) * 1000;
  return (local) => new Date(Date.parse(`${local}Z`) - offset).toISOString();
}

function create(
  ctx: AppContext,
  tx: Tx,
  data: SampleData,
  { hasCompany, language }: { readonly hasCompany: boolean; readonly language: Locale },
): SamplePlace {
  const ids = sampleIds(tx, data);
  const projectId = idOf(ids, 'project');
  if (!hasCompany) tx.create('company', data.company);
  writeRecords(tx, data.records, ids);
  sealBaseline(tx, idOf(ids, 'baseline'));
  openSampleDeviation(tx, ids, data.deviation, ctx.today());
  for (const report of data.reports)
    makeFrozenReport(tx, { id: idOf(ids, report.key), projectId, report, instant: instants(ctx) });
  writeRecords(tx, data.comms, ids);
  issueSamplePapers(ctx, tx, ids, language);
  return { clientId: idOf(ids, 'client'), projectId };
}

/** Names of the firms the sample brings along. A card that was given another name is the user's own. */
const SAMPLE_COMPANIES: ReadonlySet<string> = new Set(
  LOCALES.map((locale) => contents[locale].people.company.name),
);

function removeSample(ctx: AppContext): void {
  const { read } = ctx.store;
  const clients = listRecords(read, 'client').filter((client) => client.sample);
  const projects = listRecords(read, 'project').filter((project) => project.sample);
  if (clients.length + projects.length === 0) return;
  const companies = listRecords(read, 'company').filter(({ name }) => SAMPLE_COMPANIES.has(name));
  // Cases stand outside projects and would stay behind.
  const samples = new Set(projects.map(({ id }) => id));
  const cases = listRecords(read, 'case_study').filter((row) => samples.has(row.source_project_id ?? ''));
  ctx.log.commit({ key: 'sampleRemove', args: {} }, (tx) => {
    // The client first: the trash calls what went together by what went first.
    for (const client of clients) tx.remove('client', client.id);
    for (const { id } of cases) if (tx.find('case_study', id)) tx.remove('case_study', id);
    // A sample project that was moved to a client of the user goes too; that client stays.
    for (const project of projects) if (tx.find('project', project.id)) tx.remove('project', project.id);
    // In the trash by itself: restoring the sample later must not bring its letterhead back.
    for (const { id } of companies) tx.setTombstone('company', id, { at: tx.at, with: `${tx.id}-company` });
  });
}

export function sampleHandlers(ctx: AppContext): Handlers {
  return {
    'sample.create': async ({ language }, task) => {
      const found = existing(ctx);
      if (found) return found;
      task.progress(0.1, 'build');
      const data = buildSample(language, ctx.today());
      task.progress(0.4, 'write');
      // Lets the window hear of it before the one long transaction; a cancel can still stop it.
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (task.signal.aborted) throw new AppError('CANCELLED');
      // Looked up again: another request may have made the sample while this one waited.
      const meanwhile = existing(ctx);
      if (meanwhile) return meanwhile;
      const hasCompany = listRecords(ctx.store.read, 'company').length > 0;
      const { value } = ctx.log.commit({ key: 'sampleCreate', args: {} }, (tx) =>
        create(ctx, tx, data, { hasCompany, language }),
      );
      task.progress(1, 'write');
      return value;
    },
    'sample.remove': () => {
      removeSample(ctx);
      return {};
    },
  };
}
