/** What happens to an issued document: saved, put into an e-mail, marked as sent. */
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { savedName, saveExport } from '#main/app/file/saveFile.ts';
import { type Draft, Drafts } from '#main/app/mail/drafts.ts';
import { type Recipients, recipientsOfClient, shownBox } from '#main/app/mail/recipients.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import type { ContentStore } from '#main/services/files/contentStore.ts';
import { isPlainAddress } from '#main/services/mail/eml.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { textsIn } from '../texts.ts';
import { kindSpec } from './kinds/index.ts';
import type { DocumentPdfs, PdfFile } from './pdf.ts';
import { readDocument, type StoredDocument, storedFrame } from './stored.ts';

/** Title, version and code: two versions saved into one folder are told apart. */
function fileName(document: StoredDocument, extension: string): string {
  const values = { title: document.title.slice(0, 50), version: document.version, code: document.code };
  return safeFileName(textsIn(document.language)('document:mail.file', values), extension, 'document');
}

/** Internal papers go to the team; those without an address are left for the author to add. */
function teamOf(ctx: AppContext, document: StoredDocument): Recipients {
  const { client } = recipientsOfClient(ctx, document.client_id);
  const members =
    document.project_id === null
      ? []
      : listRecords(ctx.store.read, 'team_member', { project_id: document.project_id });
  const seen = new Set<string>();
  const to = members.flatMap(({ name, email }) => {
    const address = email?.trim() ?? '';
    if (!isPlainAddress(address) || seen.has(address.toLowerCase())) return [];
    seen.add(address.toLowerCase());
    return [{ name, address, contactId: '' }];
  });
  return { client, to, cc: [], lists: { to: to.map(shownBox), cc: [] } };
}

function recipientsFor(ctx: AppContext, document: StoredDocument): Recipients {
  return document.audience === 'internal'
    ? teamOf(ctx, document)
    : recipientsOfClient(ctx, document.client_id);
}

function messageOf(ctx: AppContext, document: StoredDocument) {
  const recipients = recipientsFor(ctx, document);
  if (recipients.to.length === 0 && document.audience === 'client')
    throw new AppError(
      'REPORT_EMPTY_RECIPIENTS',
      { name: recipients.client.name },
      { field: 'contact.report_copy' },
    );
  const say = textsIn(document.language);
  const frame = storedFrame(document);
  const values = { title: document.title, version: document.version, code: document.code, date: frame.dated };
  const single = recipients.to.length === 1 ? recipients.to[0]?.name : undefined;
  const signs = document.audience === 'client' && asksForSignature(document);
  const lines = [
    single ? say('document:mail.greeting', { name: single }) : say('document:mail.greetingAll'),
    '',
    say('document:mail.intro', values),
    ...(document.version > 1 ? [say('document:mail.replaces')] : []),
    ...(signs ? ['', say('document:mail.sign', values)] : []),
    '',
    say('document:mail.closing'),
    '',
    ...(frame.prepared_by === null ? [] : [frame.prepared_by]),
    ...(frame.company === null ? [] : [frame.company.name]),
  ];
  const about = frame.project ?? frame.client;
  return {
    recipients,
    subject: say('document:mail.subject', { ...values, project: about }),
    text: lines.join('\n'),
  };
}

const asksForSignature = (document: StoredDocument): boolean =>
  document.content.includes('"kind":"signatures"');

export class DocumentDelivery {
  readonly #ctx: AppContext;
  readonly #files: ContentStore;
  readonly #pdfs: DocumentPdfs;
  readonly #drafts: Drafts;

  constructor(ctx: AppContext, files: ContentStore, pdfs: DocumentPdfs) {
    this.#ctx = ctx;
    this.#files = files;
    this.#pdfs = pdfs;
    this.#drafts = new Drafts(ctx);
  }

  /** Makes the PDF if need be and, if asked to, saves it where the user says; `name` is null if they changed their mind. */
  async pdf(input: { readonly id: string; readonly save: boolean }, signal: AbortSignal) {
    const document = readDocument(this.#ctx, input.id);
    const file = await this.#pdfs.current(input.id, signal);
    const bytes = this.#files.get(file.sha256, 'pdf');
    const name = fileName(document, 'pdf');
    const path = input.save ? await saveExport(this.#ctx, name, 'pdf', () => bytes) : null;
    return { ...file, name: savedName(path)?.name ?? null };
  }

  #draft(document: StoredDocument, file: PdfFile): Draft {
    const { company } = storedFrame(document);
    return {
      id: document.id,
      sender: company,
      ...messageOf(this.#ctx, document),
      pdf: {
        bytes: this.#files.get(file.sha256, 'pdf'),
        sha256: file.sha256,
        name: fileName(document, 'pdf'),
      },
      name: fileName(document, 'eml'),
    };
  }

  /** MS-2: an e-mail with the PDF attached, as a file that mail programs open as a draft. */
  async email(id: string, signal: AbortSignal) {
    const document = readDocument(this.#ctx, id);
    // Refused before the PDF is made: nobody waits for a draft that cannot be.
    messageOf(this.#ctx, document);
    const draft = this.#draft(document, await this.#pdfs.current(id, signal));
    const written = await this.#drafts.write(draft);
    const label = {
      key: 'documentDraft',
      args: { name: clipped(document.title), version: document.version },
    };
    // The file is written and may be open in another program: taking the state back would be untrue.
    this.#ctx.log.commit(
      label,
      (tx) => tx.updateSystem('document', id, { draft_made_at: tx.at, recipients: draft.recipients.lists }),
      'system',
    );
    return this.#drafts.open(draft, written);
  }

  /** Shows the folder with the last draft of the document, or with its PDF. */
  async reveal(id: string): Promise<void> {
    const file = await this.#pdfs.current(id);
    await this.#drafts.reveal(id, this.#files.pathOf(file.sha256, 'pdf'));
  }

  async openMailto(id: string): Promise<void> {
    await this.#drafts.openMailto(messageOf(this.#ctx, readDocument(this.#ctx, id)));
  }

  /** The user says it was sent: the time, and for the client the entry in the communication log (B3), in one commit. */
  markSent(id: string): { commLogId: string | null } {
    const document = readDocument(this.#ctx, id);
    const recipients = recipientsFor(this.#ctx, document);
    const say = textsIn(document.language);
    const frame = storedFrame(document);
    const label = { key: 'documentSent', args: { name: clipped(document.title), version: document.version } };
    const { value } = this.#ctx.log.commit(label, (tx) => {
      tx.updateSystem('document', id, {
        sent_at: tx.at,
        draft_made_at: document.draft_made_at,
        recipients: document.recipients ?? recipients.lists,
      });
      kindSpec(document.kind).onSent?.(tx, document.subject_id, this.#ctx.today());
      if (document.audience === 'internal') return null;
      return tx.create('comm_log', {
        client_id: document.client_id,
        project_id: document.project_id,
        contact_id: recipients.to[0]?.contactId ?? null,
        channel: 'email',
        direction: 'out',
        happened_at: this.#ctx.nowLocal(),
        by: frame.prepared_by?.slice(0, 120) ?? null,
        summary: say('document:mail.sent', {
          title: document.title,
          version: document.version,
          code: document.code,
        }),
      });
    });
    return { commLogId: value };
  }
}
