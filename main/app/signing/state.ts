/** Where the signing of a document stands. */
import type { Tx } from '#db/log/tx.ts';
import { type DocumentHead, issuedSubjects, signoffsOf, versionsOf } from '#db/queries/signing.ts';
import { canBeSigned, missingSides, type Side, signState } from '#shared/domain/agreement/signing.ts';
import type { SignatureRow, Signing } from '#shared/ipc/channels/signing.ts';
import { type SignGap, signGaps } from './gaps.ts';

type Db = Tx['db'];

/** Whether a document would say the same if it were issued now. */
export type IsCurrent = (document: DocumentHead) => boolean;

function signatureRows(db: Db, documentId: string): SignatureRow[] {
  const live = db.prepare<[string], { id: string }>(
    'SELECT id FROM contact WHERE id = ? AND deleted_at IS NULL',
  );
  return signoffsOf(db, documentId).map((row) => ({
    id: row.id,
    side: row.side,
    name: row.name,
    role: row.role,
    method: row.method,
    signed_at: row.signed_at,
    seal_sha256: row.seal_sha256,
    contactGone: row.contact_id !== null && live.get(row.contact_id) === undefined,
  }));
}

const sidesOf = (rows: readonly SignatureRow[]): Side[] => rows.map(({ side }) => side);

/** Newest version of each language. */
function newestOf(versions: readonly DocumentHead[]): DocumentHead[] {
  const seen = new Map<string, DocumentHead>();
  for (const head of versions) if (!seen.has(head.language)) seen.set(head.language, head);
  return [...seen.values()];
}

/** The version that is signed: a copy in another language for reading does not take its place. */
function onTheTable(db: Db, versions: readonly DocumentHead[]): DocumentHead | null {
  const newest = newestOf(versions).sort((a, b) => (a.issued_at < b.issued_at ? 1 : -1));
  return newest.find(({ id }) => signoffsOf(db, id).length > 0) ?? newest[0] ?? null;
}

function signedEarlier(
  db: Db,
  versions: readonly DocumentHead[],
  latest: DocumentHead,
  kind: string,
): Signing['signedBefore'] {
  const older = versions.filter(({ id, issued_at }) => id !== latest.id && issued_at <= latest.issued_at);
  const found = older.find(({ id }) => missingSides(kind, sidesOf(signatureRows(db, id))).length === 0);
  return found === undefined ? null : { documentId: found.id, version: found.version };
}

/** State of the newest version about a subject, and what is missing. */
export function signingOf(db: Db, kind: Signing['kind'], subjectId: string, isCurrent: IsCurrent): Signing {
  const versions = versionsOf(db, kind, subjectId);
  const latest = onTheTable(db, versions);
  const gaps: SignGap[] = signGaps(db, kind, subjectId);
  if (latest === null)
    return {
      state: 'unsigned',
      kind,
      subjectId,
      documentId: null,
      version: null,
      title: null,
      language: null,
      code: null,
      issued_at: null,
      current: false,
      signatures: [],
      missing: [...missingSides(kind, [])],
      signedBefore: null,
      gaps,
    };
  const signatures = signatureRows(db, latest.id);
  const sides = sidesOf(signatures);
  const current = isCurrent(latest);
  const state = signState({ kind, sides, current });
  return {
    state,
    kind,
    subjectId,
    documentId: latest.id,
    version: latest.version,
    title: latest.title,
    language: latest.language,
    code: latest.code,
    issued_at: latest.issued_at,
    current,
    signatures,
    missing: [...missingSides(kind, sides)],
    signedBefore: state === 'signed' ? null : signedEarlier(db, versions, latest, kind),
    gaps,
  };
}

/** Documents about the whole project that both sides sign; they are listed before they are issued. */
const OF_PROJECT = ['goals', 'charter', 'scope', 'schedule'] as const;

/** Everything of a project that is or should be signed: what stands for the project first, then by day of issue. */
export function overviewOf(db: Db, projectId: string, isCurrent: IsCurrent): Signing[] {
  const own: ReadonlySet<string> = new Set(OF_PROJECT);
  const others = issuedSubjects(db, projectId).filter(({ kind }) => canBeSigned(kind) && !own.has(kind));
  return [
    ...OF_PROJECT.map((kind) => signingOf(db, kind, projectId, isCurrent)),
    ...others.map(({ kind, subject_id }) => signingOf(db, kind, subject_id, isCurrent)),
  ];
}
