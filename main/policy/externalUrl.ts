const MAX_LENGTH = 2000;
/** Everything below U+0021, DEL, C1 controls, and the marks that reverse reading order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0020\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\]/;

/**
 * The address in its parsed form when it may be given to the operating system, else `null`.
 * Only `https:` and `mailto:`: other schemes start programs (`ms-msdt:`, `search-ms:`, `file:`, …).
 * No credentials, no controls or spaces, no backslash, at most 2 000 characters; a mail address may not
 * name attachments, which some clients would pick from the disk.
 */
export function allowedExternalUrl(value: string): string | null {
  if (value.length > MAX_LENGTH || FORBIDDEN.test(value) || !URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.href.length > MAX_LENGTH) return null;
  if (url.protocol === 'mailto:') return isPlainMailto(url) ? url.href : null;
  if (url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return /^https:\/\/[^/]/i.test(value) ? url.href : null;
}

/** Hands an allowed address to `open`; says whether it did. The effect is a parameter: tests need no mock. */
export async function openExternalUrl(
  value: string,
  open: (url: string) => Promise<void> | void,
): Promise<boolean> {
  const url = allowedExternalUrl(value);
  if (url === null) return false;
  await open(url);
  return true;
}

function isPlainMailto(url: URL): boolean {
  const allowed = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'in-reply-to']);
  if (/%0[0-9a-f]|%1[0-9a-f]|%7f/i.test(url.pathname)) return false;
  for (const [name, value] of url.searchParams) {
    if (!allowed.has(name.toLowerCase())) return false;
    // A line break is only meaningful in the body; elsewhere it smuggles in another header.
    if (name.toLowerCase() !== 'body' && /[\r\n]/.test(value)) return false;
    if (value.includes('\0')) return false;
  }
  return true;
}
