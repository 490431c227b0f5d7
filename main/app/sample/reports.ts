/** The earlier reports of the sample: frozen and sent, each from the project as it stood on its day. */
import type { Tx } from '#db/log/tx.ts';
import { listRecords } from '#db/queries/records.ts';
import { reportSource } from '#db/queries/report.ts';
import { defaultTitle } from '#main/app/report/draft.ts';
import { sha256 } from '#main/services/files/contentStore.ts';
import { composeReport } from '#shared/domain/report/compose.ts';
import { snapshotSchema } from '#shared/domain/report/snapshot.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { sourceAsOf } from '#shared/sample/asOf.ts';
import type { SampleReport } from '#shared/sample/sample.ts';

export interface FrozenReportInput {
  readonly id: string;
  readonly projectId: string;
  readonly report: SampleReport;
  /** The instant of a wall-clock `YYYY-MM-DDTHH:MM:SS` where the user is. */
  readonly instant: (local: string) => string;
}

/**
 * Writes one report as freezing and sending would have left it on its day. Its pages are printed from the
 * snapshot when somebody first asks for them: printing here would keep a new user waiting.
 */
export function makeFrozenReport(tx: Tx, { id, projectId, report, instant }: FrozenReportInput): void {
  const now = reportSource(tx.db, projectId);
  const riskIds = new Set(now.risks.map((risk) => risk.id));
  const reviews = listRecords(tx.db, 'risk_review').filter((review) => riskIds.has(review.risk_id));
  const { language } = now.client;
  const title = defaultTitle(now.project.name, language);
  const period = { from: report.from, to: report.to };
  const { snapshot } = composeReport(sourceAsOf(now, reviews, report.frozenOn), {
    title,
    language,
    period,
    no: report.no,
    wording: {},
    preparedBy: null,
    today: report.frozenOn,
  });
  const json = canonicalJson(snapshotSchema.parse(snapshot));
  const boxes = (copy: 'to' | 'cc'): string[] =>
    now.contacts.flatMap((c) => (c.report_copy === copy && c.email ? [`${c.name} <${c.email}>`] : []));
  tx.create(
    'report',
    {
      project_id: projectId,
      title,
      language,
      period_from_on: period.from,
      period_to_on: period.to,
      state: 'sent',
      no: report.no,
      snapshot: json,
      snapshot_sha256: sha256(json),
      frozen_at: instant(`${report.frozenOn}T16:40:00`),
      draft_made_at: instant(`${report.frozenOn}T17:05:00`),
      sent_at: instant(`${report.frozenOn}T17:10:00`),
      recipients: { to: boxes('to'), cc: boxes('cc') },
    },
    id,
  );
}
