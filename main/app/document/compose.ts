/** A document as it would be issued now. */
import { nextDocumentNumber, seriesOf } from '#db/queries/document.ts';
import { listRecords } from '#db/queries/records.ts';
import type { AppContext } from '#main/app/context.ts';
import { sha256 } from '#main/services/files/contentStore.ts';
import {
  type Audience,
  contentSchema,
  type DocumentContent,
  type DocumentFrame,
  type DocumentKind,
} from '#shared/domain/documents/content.ts';
import { missingGlyphs } from '#shared/domain/report/glyphs.ts';
import type { Locale } from '#shared/i18n/index.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { canonicalJson } from '#shared/model/canonical.ts';
import { kindSpec } from './kinds/index.ts';
import { type Owners, ownersOf } from './subject.ts';

export interface DocumentRequest {
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly language: Locale;
  readonly audience: Audience;
}

export interface Composed {
  readonly content: DocumentContent;
  /** Canonical JSON of the content, and its hash: what is signed. */
  readonly json: string;
  readonly hash: string;
  readonly owners: Owners;
}

/** Two blocks of one id could not be told apart when versions are compared. */
function requireOwnIds(content: DocumentContent): void {
  const seen = new Set<string>();
  for (const { id } of content.blocks) {
    if (seen.has(id)) throw new Error(`two blocks ${id} in a document of kind ${content.kind}`);
    seen.add(id);
  }
}

/** Content with its canonical form. Also for others who hold it against what was signed. */
export function canonicalContent(content: DocumentContent): { json: string; hash: string } {
  const json = canonicalJson(content);
  return { json, hash: sha256(json) };
}

/** @throws AppError NOT_FOUND; VALIDATION for an audience the kind is not made for */
export function composeDocument(ctx: AppContext, request: DocumentRequest): Composed {
  const { kind, subjectId, language, audience } = request;
  const spec = kindSpec(kind);
  if (!spec.audiences.includes(audience))
    throw new AppError(
      'VALIDATION',
      { entity: 'document', detail: 'DOCUMENT_AUDIENCE' },
      { field: 'document.audience', reason: 'DOCUMENT_AUDIENCE' },
    );
  const content = contentSchema.parse(spec.compose(ctx, subjectId, language, audience));
  requireOwnIds(content);
  return { content, ...canonicalContent(content), owners: ownersOf(ctx, subjectId) };
}

/** Letterhead and whom it is for; number, version and code are given when it is issued. */
export function frameOf(ctx: AppContext, { client, project }: Owners): DocumentFrame {
  const company = listRecords(ctx.store.read, 'company')[0] ?? null;
  const { userName } = ctx.prefs.value;
  return {
    company:
      company === null
        ? null
        : {
            name: company.name,
            address: company.address,
            phone: company.phone,
            email: company.email,
            tax_no: company.tax_no,
            logo: company.logo,
          },
    client: client.name,
    project: project?.name ?? null,
    prepared_by: userName === '' ? null : userName,
    dated: ctx.today(),
    no: null,
    issue: null,
    code: null,
  };
}

/** What the preview shows: the paper as it would be, and how it stands to the last version. */
export function previewDocument(ctx: AppContext, request: DocumentRequest) {
  const { content, hash, owners } = composeDocument(ctx, request);
  const series = seriesOf(ctx.store.read, request);
  const latest = series.find((row) => row.state !== 'withdrawn') ?? null;
  return {
    content,
    frame: frameOf(ctx, owners),
    sha256: hash,
    clientId: owners.client.id,
    projectId: owners.project?.id ?? null,
    audiences: [...kindSpec(request.kind).audiences],
    no: latest?.no ?? nextDocumentNumber(ctx.store.read, request.kind, owners),
    version: (series[0]?.version ?? 0) + 1,
    latest: latest === null ? null : { id: latest.id, version: latest.version },
    /** Whether the last version already says exactly this. */
    unchanged: latest?.content_sha256 === hash,
    missing: missingGlyphs(content).map(({ character }) => character),
  };
}
