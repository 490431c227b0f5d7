import { isOurUrl } from './origin.ts';

/**
 * May a window go to this address? Only a reload of our own start page may: screens are routes inside
 * the page, and print pages are opened by the core. The attacks behind it: `file://host/share` (leaks
 * the Windows password hash), `javascript:`, look-alike hosts (`bundle.evil.com`), credentials before
 * the host (`https://milepost.invalid@evil.com`), `data:` and `blob:` documents that lose the CSP.
 */
export function mayNavigate(target: string, origin: string): boolean {
  if (!isOurUrl(target, origin)) return false;
  const { pathname } = new URL(target);
  return pathname === '/' || pathname === '/index.html' || pathname === '';
}

/** No page may open another window, whatever its address. */
export function mayOpenWindow(_target: string): false {
  return false;
}

/**
 * May this request leave the page at all? Our own origin, and documents the page made itself.
 * DevTools and extension schemes are refused like any other.
 */
export function mayRequest(target: string, origin: string): boolean {
  if (/^(data|blob):/i.test(target)) return true;
  return isOurUrl(target, origin);
}
