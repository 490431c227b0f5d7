/** What happens to a frozen report: saved, verified, put into an e-mail, marked as sent. */
import type { AppContext } from '#main/app/context.ts';
import { savedName, saveExport } from '#main/app/file/saveFile.ts';
import { type Draft, Drafts } from '#main/app/mail/drafts.ts';
import { type Recipients, recipientsOf } from '#main/app/mail/recipients.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { type ContentStore, sha256 } from '#main/services/files/contentStore.ts';
import { periodText } from '#shared/domain/report/figures.ts';
import { attentionText, summaryText } from '#shared/domain/report/phrases.ts';
import type { ReportSnapshot } from '#shared/domain/report/snapshot.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { textsIn } from '../texts.ts';
import { frozenSnapshot, type Report, readReport } from './draft.ts';

/** @throws AppError REPORT_NOT_FROZEN */
function requireFrozen(report: Report): { readonly pdfHash: string; readonly snapshot: ReportSnapshot } {
  if (report.state === 'draft' || report.pdf_sha256 === null) throw new AppError('REPORT_NOT_FROZEN');
  return { pdfHash: report.pdf_sha256, snapshot: frozenSnapshot(report) };
}

function fileName(snapshot: ReportSnapshot, extension: string): string {
  const values = { project: snapshot.project.name, no: snapshot.no ?? 0 };
  return safeFileName(textsIn(snapshot.language, 'report')('mail.file', values), extension, 'report');
}

interface Message {
  readonly subject: string;
  readonly text: string;
}

/** Subject and text in the report's language; the same sentences and figures as on the pages. */
export function composeMessage(snapshot: ReportSnapshot, recipients: Pick<Recipients, 'to'>): Message {
  const say = textsIn(snapshot.language, 'report');
  const values = {
    project: snapshot.project.name,
    no: snapshot.no ?? 0,
    period: periodText(snapshot.period),
  };
  const single = recipients.to.length === 1 ? recipients.to[0]?.name : undefined;
  const lines = [
    single ? say('mail.greeting', { name: single }) : say('mail.greetingAll'),
    '',
    say('mail.intro', values),
    '',
    snapshot.texts.progress ?? summaryText(snapshot, say),
  ];
  if (snapshot.attention.length > 0) {
    lines.push('', say('mail.attention'));
    for (const item of snapshot.attention) lines.push(`- ${attentionText(item, snapshot, say)}`);
  }
  if (snapshot.decisions.length > 0 && !snapshot.hidden.includes('decisions')) {
    lines.push('', say('mail.decisions'));
    for (const { question, needed_on: date } of snapshot.decisions)
      lines.push(`- ${question}${date === null ? '' : ` (${say('line.neededOn', { date })})`}`);
  }
  lines.push('', say('mail.closing'), '');
  if (snapshot.prepared_by !== null) lines.push(snapshot.prepared_by);
  if (snapshot.company) lines.push(snapshot.company.name);
  return { subject: say('mail.subject', values), text: lines.join('\n') };
}

export class Delivery {
  readonly #ctx: AppContext;
  readonly #files: ContentStore;
  readonly #drafts: Drafts;

  constructor(ctx: AppContext, files: ContentStore) {
    this.#ctx = ctx;
    this.#files = files;
    this.#drafts = new Drafts(ctx);
  }

  /** Saves the PDF where the user says; null if they changed their mind. */
  async export(reportId: string): Promise<{ name: string } | null> {
    const { pdfHash, snapshot } = requireFrozen(readReport(this.#ctx, reportId));
    const bytes = this.#files.get(pdfHash, 'pdf');
    const path = await saveExport(this.#ctx, fileName(snapshot, 'pdf'), 'pdf', () => bytes);
    return savedName(path);
  }

  /** Whether snapshot and PDF are what they were when the report was frozen. */
  verify(reportId: string): { snapshot: boolean; pdf: boolean } {
    const report = readReport(this.#ctx, reportId);
    const { pdfHash } = requireFrozen(report);
    return {
      snapshot: sha256(report.snapshot ?? '') === report.snapshot_sha256,
      pdf: this.#files.find(pdfHash, 'pdf') !== null,
    };
  }

  #message(report: Report) {
    const frozen = requireFrozen(report);
    const recipients = recipientsOf(this.#ctx, report.project_id);
    if (recipients.to.length === 0)
      throw new AppError(
        'REPORT_EMPTY_RECIPIENTS',
        { name: recipients.client.name },
        { field: 'contact.report_copy' },
      );
    return { ...frozen, recipients, ...composeMessage(frozen.snapshot, recipients) };
  }

  /** MS-2: an e-mail with the PDF attached, as a file that mail programs open as a draft. */
  async draftMail(reportId: string) {
    const report = readReport(this.#ctx, reportId);
    const { pdfHash, snapshot, recipients, subject, text } = this.#message(report);
    const draft: Draft = {
      id: report.id,
      sender: snapshot.company,
      recipients,
      subject,
      text,
      pdf: { bytes: this.#files.get(pdfHash, 'pdf'), sha256: pdfHash, name: fileName(snapshot, 'pdf') },
      name: fileName(snapshot, 'eml'),
    };
    const written = await this.#drafts.write(draft);
    this.#recordDraft(report, recipients);
    return this.#drafts.open(draft, written);
  }

  #recordDraft(report: Report, recipients: Recipients): void {
    this.#ctx.log.commit(
      { key: 'reportDraftMail', args: { name: clipped(report.title) } },
      (tx) =>
        tx.updateSystem('report', report.id, {
          ...(report.state === 'frozen' ? { state: 'draft_made' as const } : {}),
          draft_made_at: tx.at,
          recipients: recipients.lists,
        }),
      // The file is written and may be open in another program: taking the state back would be untrue.
      'system',
    );
  }

  async revealDraft(reportId: string): Promise<void> {
    const { pdfHash } = requireFrozen(readReport(this.#ctx, reportId));
    await this.#drafts.reveal(reportId, this.#files.pathOf(pdfHash, 'pdf'));
  }

  async openMailto(reportId: string): Promise<void> {
    await this.#drafts.openMailto(this.#message(readReport(this.#ctx, reportId)));
  }

  /** The user says it was sent: the state, and the entry in the communication log (B3), in one commit. */
  markSent(reportId: string): { commLogId: string } {
    const report = readReport(this.#ctx, reportId);
    const { snapshot } = requireFrozen(report);
    if (report.state === 'sent') throw new AppError('REPORT_FROZEN');
    const recipients = recipientsOf(this.#ctx, report.project_id);
    const say = textsIn(snapshot.language, 'report');
    const summary = say('mail.sent', { no: snapshot.no ?? 0, period: periodText(snapshot.period) });
    const label = { key: 'reportSent', args: { name: clipped(report.title) } };
    const { value } = this.#ctx.log.commit(label, (tx) => {
      tx.updateSystem('report', report.id, {
        state: 'sent',
        sent_at: tx.at,
        recipients: report.recipients ?? recipients.lists,
      });
      return tx.create('comm_log', {
        client_id: recipients.client.id,
        project_id: report.project_id,
        contact_id: recipients.to[0]?.contactId ?? null,
        report_id: report.id,
        channel: 'email',
        direction: 'out',
        happened_at: this.#ctx.nowLocal(),
        by: snapshot.prepared_by?.slice(0, 120) ?? null,
        summary,
      });
    });
    return { commLogId: value };
  }
}
