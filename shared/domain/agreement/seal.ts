import { canonicalJson } from '#shared/model/canonical.ts';
import type { Side } from './signing.ts';

/** Everything a signature binds. */
export interface SealedFacts {
  readonly document_id: string;
  readonly content_sha256: string;
  readonly side: Side;
  readonly name: string;
  readonly role: string | null;
  readonly method: string;
  readonly signed_at: string;
  readonly image_sha256: string | null;
  readonly image_type: string | null;
}

/** MS-3: the text whose SHA-256 is the seal: whoever changes one of these facts changes the seal. */
export function sealText(facts: SealedFacts): string {
  return canonicalJson({
    content_sha256: facts.content_sha256,
    document_id: facts.document_id,
    image_sha256: facts.image_sha256,
    image_type: facts.image_type,
    method: facts.method,
    name: facts.name,
    role: facts.role,
    side: facts.side,
    signed_at: facts.signed_at,
  });
}
