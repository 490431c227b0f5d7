/** Where each host serves our bundle from. Made up and reserved: no resolver will ever answer for them. */
export const ELECTRON_ORIGIN = 'app://bundle';
export const CHROMIUM_ORIGIN = 'https://milepost.invalid';

/**
 * Compares scheme and authority by parsing, never by prefix: `https://milepost.invalid.evil.com`
 * starts with our origin and is not ours. Credentials or a port make it foreign too.
 * `URL.origin` is of no use here, since it is the text `null` for the `app:` scheme.
 */
export function isOurUrl(candidate: string, origin: string): boolean {
  const url = parse(candidate);
  const ours = parse(origin);
  if (!url || !ours) return false;
  return (
    url.protocol === ours.protocol &&
    url.hostname === ours.hostname &&
    url.port === ours.port &&
    url.username === '' &&
    url.password === ''
  );
}

function parse(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}
