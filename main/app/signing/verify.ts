/** MS-3 (c): is every signature, its document and its picture what it was? */
import type { Tx } from '#db/log/tx.ts';
import { creations, storedDocument, storedSignoffs } from '#db/queries/signing.ts';
import { type ContentStore, sha256 } from '#main/services/files/contentStore.ts';
import { type SealedFacts, sealText } from '#shared/domain/agreement/seal.ts';
import type { Side } from '#shared/domain/agreement/signing.ts';
import type { VerifyProblem } from '#shared/ipc/channels/signing.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { document, signoff } from '#shared/model/entities/agreement.ts';

type Db = Tx['db'];

type Row = Readonly<Record<string, unknown>>;
type Code = VerifyProblem['code'];

const SIGNATURE_FIELDS = signoff.composites?.signature ?? [];
const FROZEN_FIELDS = document.composites?.frozen ?? [];

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const sideOf = (value: unknown): Side | null => (value === 'client' || value === 'own' ? value : null);

/** File extension under which the picture of a signature is kept. */
export const extensionOf = (type: unknown): string => (type === 'image/jpeg' ? 'jpg' : 'png');

const sealOf = (row: Row): string => sha256(sealText(row as unknown as SealedFacts));

/** Fields of a row that are not what the log says they were. */
function differing(row: Row, made: Row | undefined, fields: readonly string[]): string[] {
  if (made === undefined) return [...fields];
  return fields.filter((name) => canonicalJson(row[name] ?? null) !== canonicalJson(made[name] ?? null));
}

interface Verifier {
  readonly db: Db;
  readonly files: ContentStore;
  readonly signed: ReadonlyMap<string, Row>;
  readonly issued: ReadonlyMap<string, Row>;
}

function documentCode(v: Verifier, id: string, stored: Row | null): Code | null {
  if (stored === null) return 'DOCUMENT_MISSING';
  const honest = sha256(textOf(stored.content) ?? '') === stored.content_sha256;
  return honest && differing(stored, v.issued.get(id), FROZEN_FIELDS).length === 0
    ? null
    : 'DOCUMENT_ALTERED';
}

function imageCode(v: Verifier, row: Row): Code | null {
  const hash = textOf(row.image_sha256);
  if (hash === null) return null;
  const state = v.files.state(hash, extensionOf(row.image_type));
  return state === 'missing' ? 'IMAGE_MISSING' : state === 'altered' ? 'IMAGE_ALTERED' : null;
}

function signatureCodes(v: Verifier, row: Row, stored: Row | null): { code: Code; fields: string[] }[] {
  const fields = differing(row, v.signed.get(String(row.id)), SIGNATURE_FIELDS);
  if (sealOf(row) !== row.seal_sha256) return [{ code: 'SEAL_BROKEN', fields }];
  if (fields.length > 0) return [{ code: 'ROW_ALTERED', fields }];
  if (stored !== null && stored.content_sha256 !== row.content_sha256)
    return [{ code: 'OTHER_CONTENT', fields: [] }];
  const image = imageCode(v, row);
  return image === null ? [] : [{ code: image, fields: [] }];
}

function found(
  v: Verifier,
  what: { code: Code; entity: 'signoff' | 'document'; id: string; fields: string[] },
  row: Row | null,
): VerifyProblem {
  const made = what.entity === 'signoff' ? (v.signed.get(what.id) ?? row) : null;
  const documentId = what.entity === 'document' ? what.id : textOf(made?.document_id);
  const issued = documentId === null ? undefined : v.issued.get(documentId);
  return {
    ...what,
    documentId,
    title: textOf(issued?.title) ?? '',
    version: typeof issued?.version === 'number' ? issued.version : null,
    side: sideOf(made?.side),
    name: textOf(made?.name),
  };
}

/** Signatures of which only the log still knows; those of other projects are left out. */
function lostRows(v: Verifier, rows: readonly Row[], projectId: string | null): VerifyProblem[] {
  const there = new Set(rows.map(({ id }) => String(id)));
  return [...v.signed].flatMap(([id, made]) => {
    const project = v.issued.get(String(made.document_id))?.project_id;
    if (there.has(id) || (projectId !== null && project !== projectId)) return [];
    return [found(v, { code: 'ROW_MISSING', entity: 'signoff', id, fields: [] }, made)];
  });
}

/** Looks at every signature of a project, or of all. Names each row, document and picture that was touched. */
export function verifySignoffs(
  db: Db,
  files: ContentStore,
  projectId: string | null,
): { documents: number; signatures: number; problems: VerifyProblem[] } {
  const v: Verifier = { db, files, signed: creations(db, 'signoff'), issued: creations(db, 'document') };
  // A row whose document id was altered still belongs to the project of the document it was made for.
  const rows = storedSignoffs(db).filter(({ id, document_id }) => {
    if (projectId === null) return true;
    const made = v.signed.get(String(id))?.document_id ?? document_id;
    return v.issued.get(String(made))?.project_id === projectId;
  });
  const documents = new Map<string, Row | null>();
  const problems: VerifyProblem[] = [];
  for (const row of rows) {
    const documentId = String(v.signed.get(String(row.id))?.document_id ?? row.document_id);
    if (!documents.has(documentId)) {
      const stored = storedDocument(db, documentId);
      documents.set(documentId, stored);
      const code = documentCode(v, documentId, stored);
      if (code !== null) {
        const fields = stored === null ? [] : differing(stored, v.issued.get(documentId), FROZEN_FIELDS);
        problems.push(found(v, { code, entity: 'document', id: documentId, fields }, null));
      }
    }
    for (const { code, fields } of signatureCodes(v, row, documents.get(documentId) ?? null))
      problems.push(found(v, { code, entity: 'signoff', id: String(row.id), fields }, row));
  }
  problems.push(...lostRows(v, rows, projectId));
  return { documents: documents.size, signatures: rows.length, problems };
}
