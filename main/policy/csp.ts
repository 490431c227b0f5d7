/**
 * The one content security policy, sent as a header with every asset of both hosts.
 *
 * - `script-src 'self'` covers module scripts and their chunks (Vite emits files, no inline code).
 * - `worker-src` is spelt out, since a missing one falls back to `script-src` only by way of `child-src`.
 *   Under Trusted Types `new Worker('text')` throws all the same: heavy work belongs to the core.
 * - `connect-src 'none'`: the page talks to the core through `window.host` and to nobody else.
 */
const DIRECTIVES: ReadonlyArray<readonly [string, string]> = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['worker-src', "'self'"],
  ['style-src', "'self'"],
  ['font-src', "'self'"],
  ['img-src', "'self' data: blob:"],
  ['connect-src', "'none'"],
  ['form-action', "'none'"],
  ['base-uri', "'none'"],
  ['frame-src', "'none'"],
  ['frame-ancestors', "'none'"],
  ['object-src', "'none'"],
  ['require-trusted-types-for', "'script'"],
];

export const CONTENT_SECURITY_POLICY = DIRECTIVES.map(([name, value]) => `${name} ${value}`).join('; ');

/** Headers of an asset response; `mime` comes from `assets.ts`. */
export function assetHeaders(mime: string): Record<string, string> {
  return {
    'Content-Type': mime,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
