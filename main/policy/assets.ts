import { isOurUrl } from './origin.ts';

const MIME: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
};

const MAX_PATH = 240;
const MAX_SEGMENTS = 8;
/** What the bundler emits and nothing more: no dot files, spaces, colons (streams) or percent signs. */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export interface Asset {
  /** Relative path inside the bundle, forward slashes, no `.` or `..` segments. */
  readonly path: string;
  readonly mime: string;
}

/**
 * Maps a request URL to a file of the bundle, or `null` for everything that is not plainly one of ours.
 * The path is split before it is decoded, so an encoded slash can never make a new segment,
 * and it is decoded once, so a doubly encoded one stays a percent sign and is refused.
 * The reader still has to match case exactly (see `main/host/assetFiles.ts`).
 */
export function resolveAsset(requestUrl: string, origin: string): Asset | null {
  if (!isOurUrl(requestUrl, origin)) return null;
  if (hasFoldedPath(requestUrl)) return null;
  return assetAt(new URL(requestUrl).pathname);
}

/** The same for a bare path such as `/assets/index-1a2b.js`; `/` is the start page. */
export function assetAt(pathname: string): Asset | null {
  if (pathname.length > MAX_PATH || !pathname.startsWith('/')) return null;
  if (pathname === '/') return { path: 'index.html', mime: mimeOf('index.html') ?? '' };
  const segments: string[] = [];
  for (const raw of pathname.slice(1).split('/')) {
    const segment = decodeOnce(raw);
    if (segment === null || !isPlainSegment(segment)) return null;
    segments.push(segment);
  }
  const path = segments.join('/');
  const mime = mimeOf(path);
  return mime === null || segments.length > MAX_SEGMENTS ? null : { path, mime };
}

/** MIME type by extension; `null` for anything a bundle has no business to contain (source maps too). */
export function mimeOf(path: string): string | null {
  const dot = path.lastIndexOf('.');
  if (dot < 0) return null;
  const extension = path.slice(dot + 1).toLowerCase();
  return Object.hasOwn(MIME, extension) ? (MIME[extension] ?? null) : null;
}

/** `new URL` silently folds `..` away; a request that contained one was not written by our pages. */
function hasFoldedPath(url: string): boolean {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  // `new URL` turns a backslash into a slash; our pages never write one.
  if (path.includes('\\')) return true;
  return path.split(/\/|%2f|%5c/i).some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
}

function isPlainSegment(segment: string): boolean {
  return SEGMENT.test(segment) && !segment.endsWith('.') && !WINDOWS_DEVICE.test(segment);
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
