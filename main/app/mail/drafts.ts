/** MS-2: e-mails with a PDF attached, as files that mail programs open as drafts. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AppContext } from '#main/app/context.ts';
import { askPath, writeExport } from '#main/app/file/saveFile.ts';
import { allowedExternalUrl } from '#main/policy/externalUrl.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import { composeEml, isPlainAddress, type Mailbox, mailtoUrl } from '#main/services/mail/eml.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Recipients } from './recipients.ts';

/** Larger messages are refused by many mail servers. */
const BIG_BYTES = 10 * 1024 * 1024;

export interface Draft {
  /** Record the e-mail is about. */
  readonly id: string;
  /** The firm's own name and address, if they are known. */
  readonly sender: { readonly name: string; readonly email: string | null } | null;
  readonly recipients: Recipients;
  readonly subject: string;
  readonly text: string;
  readonly pdf: { readonly bytes: Uint8Array; readonly sha256: string; readonly name: string };
  /** Name of the e-mail file. */
  readonly name: string;
}

function fromOf(sender: Draft['sender']): Mailbox | null {
  const address = sender?.email?.trim() ?? '';
  return sender && isPlainAddress(address) ? { name: sender.name, address } : null;
}

export class Drafts {
  readonly #ctx: AppContext;
  /** Where the last draft of each record was written in this session. */
  readonly #paths = new Map<string, string>();

  constructor(ctx: AppContext) {
    this.#ctx = ctx;
  }

  /** Writes the draft. Opening is a step of its own, so that the state is recorded before. @throws AppError CANCELLED, EXPORT_WRITE_FAILED */
  async write(draft: Draft): Promise<{ path: string; bytes: number }> {
    const { to, cc } = draft.recipients;
    const eml = await composeEml({
      from: fromOf(draft.sender),
      to,
      cc,
      subject: draft.subject,
      text: draft.text,
      attachment: { name: draft.pdf.name, bytes: draft.pdf.bytes, type: 'application/pdf' },
      date: new Date(this.#ctx.ports.clock.now()),
      messageId: `<${draft.id}.${draft.pdf.sha256.slice(0, 16)}@milepost.invalid>`,
    });
    const path = await this.#pathFor(draft.name);
    if (path === null) throw new AppError('CANCELLED');
    writeExport(path, eml);
    this.#paths.set(draft.id, path);
    return { path, bytes: eml.byteLength };
  }

  /** Opens the written draft in the mail program; the answer has everything for the case that there is none. */
  async open(draft: Draft, written: { readonly path: string; readonly bytes: number }) {
    const { recipients, subject, text } = draft;
    const { opened } = await this.#ctx.ports.shell.openFile(written.path).catch(() => ({ opened: false }));
    return {
      opened,
      name: basename(written.path),
      ...recipients.lists,
      subject,
      text,
      mailto: mailtoUrl({ to: recipients.to, cc: recipients.cc, subject, text }),
      bytes: written.bytes,
      big: written.bytes > BIG_BYTES,
    };
  }

  /** Hosts without native dialogs have one folder for exports; elsewhere the draft lies beside the data. */
  async #pathFor(name: string): Promise<string | null> {
    if (!this.#ctx.ports.dialogs.native) return askPath(this.#ctx, name, 'eml');
    const stem = name.slice(0, -'.eml'.length);
    for (let n = 1; n < 1000; n++) {
      const path = join(this.#ctx.dataDir, 'drafts', n === 1 ? name : safeFileName(`${stem} (${n})`, 'eml'));
      if (!existsSync(path)) return path;
    }
    return null;
  }

  /** Shows the folder with the last draft of the record, or else the file that was given. */
  async reveal(id: string, otherwise: string): Promise<void> {
    const draft = this.#paths.get(id);
    await this.#ctx.ports.shell.revealFile(draft !== undefined && existsSync(draft) ? draft : otherwise);
  }

  /** Opens the new-message window of the mail program with subject and text. @throws AppError FORBIDDEN */
  async openMailto(mail: Pick<Draft, 'recipients' | 'subject' | 'text'>): Promise<void> {
    const { recipients, subject, text } = mail;
    const url = allowedExternalUrl(mailtoUrl({ to: recipients.to, cc: recipients.cc, subject, text }));
    if (url === null) throw new AppError('FORBIDDEN');
    await this.#ctx.ports.shell.openExternal(url);
  }
}
