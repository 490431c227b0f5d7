/** Signing (MS-3): on screen, and on paper with a photo. A signature is never taken back. */
import { readFileSync } from 'node:fs';
import type { Tx } from '#db/log/tx.ts';
import { getRecord } from '#db/queries/records.ts';
import { documentByCode, signoffsOf, storedDocument, versionsOf } from '#db/queries/signing.ts';
import type { AppContext } from '#main/app/context.ts';
import { type ContentStore, sha256 } from '#main/services/files/contentStore.ts';
import { type SealedFacts, sealText } from '#shared/domain/agreement/seal.ts';
import { canBeSigned, missingSides, requiredSides, signState } from '#shared/domain/agreement/signing.ts';
import { readCode } from '#shared/domain/documents/code.ts';
import { clipped } from '#shared/domain/text/clip.ts';
import type { InputOf, OutputOf } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { requireNoGaps } from './gaps.ts';
import { isJpeg, isPng, pngInk } from './png.ts';
import { settle } from './settle.ts';
import type { IsCurrent } from './state.ts';
import { extensionOf } from './verify.ts';

/** Fewer dark points are a slip of the pen, no signature. */
const MIN_INK = 60;
/** A photo of one page; larger files are scans of whole folders. */
const MAX_PHOTO_BYTES = 25 * 1024 * 1024;

type Document = RecordOf<'document'>;
type Answer = OutputOf<'signoff.draw'>;

interface Signer {
  readonly documentId: string;
  readonly side: 'client' | 'own';
  readonly name: string;
  readonly role: string | null;
  readonly contactId?: string | null | undefined;
}

interface Picture {
  readonly sha256: string;
  readonly type: 'image/png' | 'image/jpeg';
}

function readDocument(ctx: AppContext, id: string): Document {
  const found = getRecord(ctx.store.read, 'document', id);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'document' });
  return found;
}

const named = (document: Document): { name: string; version: number } => ({
  name: clipped(document.title),
  version: document.version,
});

/**
 * A time before the paper was issued, or before the other side signed, would speak against the signature for ever.
 * @throws AppError SIGN_CLOCK
 */
function requireClock(tx: Tx, document: Document, given: readonly { readonly signed_at: string }[]): void {
  const latest = given.reduce(
    (last, { signed_at }) => (signed_at > last ? signed_at : last),
    document.issued_at,
  );
  if (tx.at < latest)
    throw new AppError('SIGN_CLOCK', {
      ...named(document),
      now: tx.at.slice(0, 10),
      last: latest.slice(0, 10),
    });
}

/** The version on the table: newest, unchanged since it was issued, whole, and not yet signed by that side. */
function requireOpen(tx: Tx, document: Document, side: Signer['side'], isCurrent: IsCurrent): void {
  const args = named(document);
  if (!canBeSigned(document.kind)) throw new AppError('SIGN_KIND', args);
  const newest = versionsOf(tx.db, document.kind, document.subject_id).find(
    ({ language }) => language === document.language,
  );
  if (newest?.id !== document.id)
    throw new AppError('SIGN_SUPERSEDED', { ...args, newest: newest?.version ?? 0 });
  const stored = storedDocument(tx.db, document.id);
  if (sha256(String(stored?.content)) !== document.content_sha256) throw new AppError('SIGN_ALTERED', args);
  const before = signoffsOf(tx.db, document.id);
  requireClock(tx, document, before);
  const given = before.find((row) => row.side === side);
  if (given)
    throw new AppError('SIGN_TWICE', { ...args, person: given.name, date: given.signed_at.slice(0, 10) });
  requireNoGaps(tx.db, document.kind, document.subject_id);
  if (!isCurrent(document)) throw new AppError('SIGN_OUTDATED', { ...args, next: document.version + 1 });
}

/** Only a contact of this client signs for it, and only one who is there. @throws AppError IN_TRASH, VALIDATION */
function requireContact(tx: Tx, document: Document, signer: Signer): void {
  if (signer.side === 'own' || signer.contactId == null) return;
  const contact = tx.get('contact', signer.contactId);
  if (contact.client_id !== document.client_id)
    throw new AppError(
      'VALIDATION',
      { entity: 'signoff', detail: 'OTHER_CLIENT' },
      { field: 'contactId', reason: 'OTHER_CLIENT' },
    );
}

function write(
  tx: Tx,
  document: Document,
  signer: Signer,
  method: 'drawn' | 'typed' | 'paper',
  picture: Picture,
): string {
  const facts: SealedFacts = {
    document_id: document.id,
    content_sha256: document.content_sha256,
    side: signer.side,
    name: signer.name.trim(),
    role: signer.role?.trim() || null,
    method,
    signed_at: tx.at,
    image_sha256: picture.sha256,
    image_type: picture.type,
  };
  return tx.create('signoff', {
    ...facts,
    method,
    image_type: picture.type,
    contact_id: signer.side === 'client' ? (signer.contactId ?? null) : null,
    seal_sha256: sha256(sealText(facts)),
  });
}

export class Signatures {
  readonly #ctx: AppContext;
  readonly #files: ContentStore;
  readonly #isCurrent: IsCurrent;

  constructor(ctx: AppContext, files: ContentStore, isCurrent: IsCurrent) {
    this.#ctx = ctx;
    this.#files = files;
    this.#isCurrent = isCurrent;
  }

  /** @throws AppError SIGN_*, IN_TRASH, VALIDATION */
  draw({ pngBase64, typed, ...signer }: InputOf<'signoff.draw'>): Answer {
    const png = Buffer.from(pngBase64, 'base64');
    const ink = pngInk(png);
    if (ink === null) throw new AppError('SIGN_PICTURE');
    if (ink.ink < MIN_INK) throw new AppError('SIGN_EMPTY');
    const document = readDocument(this.#ctx, signer.documentId);
    return this.#sign(document, signer, typed === true ? 'typed' : 'drawn', png, 'image/png');
  }

  /** @throws AppError SIGN_*, FILE_TOKEN_UNKNOWN, FILE_UNREADABLE, IN_TRASH */
  paper({ code, fileToken, ...signer }: InputOf<'signoff.paper'>): Answer {
    const document = readDocument(this.#ctx, signer.documentId);
    this.#requireCode(document, code);
    const file = this.#ctx.files.get(fileToken);
    if (file.size > MAX_PHOTO_BYTES) throw new AppError('TOO_LARGE', { max: MAX_PHOTO_BYTES });
    const bytes = readFileSync(file.path);
    const type = isPng(bytes) ? 'image/png' : isJpeg(bytes) ? 'image/jpeg' : null;
    if (type === null) throw new AppError('SIGN_PHOTO', { name: file.name });
    const answer = this.#sign(document, signer, 'paper', bytes, type);
    this.#ctx.files.release(fileToken);
    return answer;
  }

  /** The code on the photo says which page was signed: another page is named, not guessed. */
  #requireCode(document: Document, typed: string): void {
    const code = readCode(typed);
    if (code === document.code) return;
    const other = code === null ? null : documentByCode(this.#ctx.store.read, code);
    if (other)
      throw new AppError('SIGN_CODE_OTHER', {
        code: other.code,
        name: clipped(other.title),
        version: other.version,
      });
    throw new AppError('SIGN_CODE', { code: clipped(typed), expected: document.code });
  }

  #sign(
    document: Document,
    signer: Signer,
    method: 'drawn' | 'typed' | 'paper',
    bytes: Uint8Array,
    type: Picture['type'],
  ): Answer {
    const ctx = this.#ctx;
    const label = { key: 'sign', args: { name: clipped(document.title), person: clipped(signer.name) } };
    // Not on the undo stack: a signature was given, whatever is done afterwards.
    const { value } = ctx.log.commit(
      label,
      (tx) => {
        const now = tx.get('document', document.id);
        requireContact(tx, now, signer);
        requireOpen(tx, now, signer.side, this.#isCurrent);
        // After every check: a refused signature leaves no picture behind.
        const picture = { sha256: this.#files.put(bytes, extensionOf(type)), type };
        const id = write(tx, now, signer, method, picture);
        const sides = signoffsOf(tx.db, now.id).map(({ side }) => side);
        const complete = missingSides(now.kind, sides).length === 0;
        if (complete && requiredSides(now.kind).length > 0) settle(tx, now, ctx.today());
        return { id, state: signState({ kind: now.kind, sides, current: true }) };
      },
      'system',
    );
    return value;
  }
}
