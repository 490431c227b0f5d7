/** B3, E3, F7: files that belong to a record. Their bytes lie beside the store under their hash, as PDFs do. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentsOf } from '#db/queries/document.ts';
import { getRecord } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { savedName, saveExport, writeExport } from '#main/app/file/saveFile.ts';
import { extensionOf, openableType } from '#main/policy/attachment.ts';
import { safeFileName } from '#main/policy/fileName.ts';
import type { ContentStore } from '#main/services/files/contentStore.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { ownersOf } from './subject.ts';

type Attachment = RecordOf<'attachment'>;

/** Bytes are kept under one extension, so that none of them can be run from the folder by mistake. */
const STORED = 'bin';

interface AddInput {
  readonly subjectId: string;
  readonly fileToken: string;
  readonly kind: Attachment['kind'];
  readonly note?: string | null | undefined;
}

function readAttachment(ctx: AppContext, id: string): Attachment {
  const attachment = getRecord(ctx.store.read, 'attachment', id);
  if (!attachment) throw new AppError('NOT_FOUND', { entity: 'attachment' });
  return attachment;
}

export class Attachments {
  readonly #ctx: AppContext;
  readonly #files: ContentStore;

  constructor(ctx: AppContext, files: ContentStore) {
    this.#ctx = ctx;
    this.#files = files;
  }

  /** Keeps a file the user chose. The same file twice at one record is once. @throws AppError NOT_FOUND, FILE_TOKEN_UNKNOWN, FILE_UNREADABLE */
  add(input: AddInput): { id: string } {
    const ctx = this.#ctx;
    const { client, project } = ownersOf(ctx, input.subjectId);
    const file = ctx.files.get(input.fileToken);
    const bytes = this.#read(file.path, file.name);
    const extension = extensionOf(file.name);
    const stem = extension === '' ? file.name : file.name.slice(0, -extension.length - 1);
    const name = safeFileName(stem, extension, 'file');
    const sha256 = this.#files.put(bytes, STORED);
    const known = attachmentsOf(ctx.store.read, input.subjectId).find((other) => other.sha256 === sha256);
    ctx.files.release(input.fileToken);
    if (known) return { id: known.id };
    const { value } = ctx.log.commit({ key: 'attachmentAdd', args: { name: clipped(name) } }, (tx) =>
      tx.create('attachment', {
        client_id: client.id,
        project_id: project?.id ?? null,
        subject_id: input.subjectId,
        name,
        kind: input.kind,
        media_type: openableType(name),
        sha256,
        bytes: bytes.byteLength,
        added_on: ctx.today(),
        note: input.note ?? null,
      }),
    );
    return { id: value };
  }

  #read(path: string, name: string): Uint8Array {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      throw new AppError('FILE_UNREADABLE', { name }, { cause: error });
    }
    // Nothing was kept: an empty file proves nothing.
    if (bytes.byteLength === 0) throw new AppError('FILE_UNREADABLE', { name });
    return bytes;
  }

  of(subjectId: string) {
    return attachmentsOf(this.#ctx.store.read, subjectId).map((row) => ({
      ...row,
      openable: openableType(row.name) !== null,
    }));
  }

  /** Opens a copy in its program: what is kept cannot be changed by it. @throws AppError ATTACHMENT_NOT_OPENED, FILE_UNREADABLE */
  async open(id: string): Promise<{ opened: boolean }> {
    const attachment = readAttachment(this.#ctx, id);
    if (openableType(attachment.name) === null)
      throw new AppError('ATTACHMENT_NOT_OPENED', { name: attachment.name });
    const bytes = this.#files.get(attachment.sha256, STORED);
    const folder = join(this.#ctx.dataDir, 'opened', attachment.sha256.slice(0, 16));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, attachment.name);
    writeExport(path, bytes);
    const { opened } = await this.#ctx.ports.shell.openFile(path).catch(() => ({ opened: false }));
    return { opened };
  }

  /** Saves a copy where the user says; `name` is null if they changed their mind. @throws AppError FILE_UNREADABLE */
  async save(id: string): Promise<{ name: string | null }> {
    const { name, sha256 } = readAttachment(this.#ctx, id);
    const bytes = this.#files.get(sha256, STORED);
    const path = await saveExport(this.#ctx, name, extensionOf(name), () => bytes);
    return savedName(path) ?? { name: null };
  }

  /** What it is, a note, and whether the client may have it. */
  describe(input: {
    readonly id: string;
    readonly kind?: Attachment['kind'] | undefined;
    readonly note?: string | null | undefined;
    readonly clientVisible?: boolean | undefined;
  }): { changed: boolean } {
    const { name } = readAttachment(this.#ctx, input.id);
    const { kind, note, clientVisible } = input;
    const label = { key: 'update', args: { entity: 'attachment', name: clipped(name), field: 'note' } };
    const { value } = this.#ctx.log.commit(label, (tx) =>
      tx.update('attachment', input.id, {
        ...(kind === undefined ? {} : { kind }),
        ...(note === undefined ? {} : { note }),
        ...(clientVisible === undefined ? {} : { client_visible: clientVisible }),
      }),
    );
    return { changed: value };
  }
}
