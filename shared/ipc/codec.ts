import { z } from 'zod';
import type { ErrorCode, WireError } from './errors.ts';

/** Longest request, in characters; a chunk of an uploaded file fits. */
export const MAX_REQUEST_CHARS = 8_000_000;
/** Deepest nesting of a request. */
export const MAX_DEPTH = 32;

/** Refusals that the user can overrule: a request that names one as accepted is not refused for it. */
export const CONSENTS = ['COMMITMENT_BROKEN'] as const satisfies readonly ErrorCode[];
export type Consent = (typeof CONSENTS)[number];

export const requestSchema = z.strictObject({
  channel: z.string().max(100),
  input: z.unknown(),
  accepts: z.array(z.enum(CONSENTS)).max(CONSENTS.length).optional(),
});
export type WireRequest = z.infer<typeof requestSchema>;

export type WireReply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly err: WireError };

/** Depth of the nesting of JSON text, without parsing it: a hostile text must not reach the parser's stack. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 92) i += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return deepest;
}
