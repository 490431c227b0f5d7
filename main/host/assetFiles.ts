import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveAsset } from '#main/policy/assets.ts';
import { assetHeaders } from '#main/policy/csp.ts';

export interface AssetResponse {
  readonly status: 200 | 404;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export type AssetReader = (url: string) => Promise<AssetResponse>;

/**
 * Serves the files of one folder. The folder is listed once and a request must match a listed name
 * exactly: symbolic links, other cases and files that appear later are not served, whatever the
 * file system would think of the path.
 */
export function createAssetReader(root: string, origin: string): AssetReader {
  let listing: Promise<ReadonlySet<string>> | null = null;
  return async (url) => {
    listing ??= listFiles(root);
    const asset = resolveAsset(url, origin);
    if (!asset || !(await listing).has(asset.path)) return notFound();
    try {
      const body = await readFile(join(root, ...asset.path.split('/')));
      return { status: 200, headers: assetHeaders(asset.mime), body };
    } catch {
      return notFound();
    }
  };
}

async function listFiles(root: string): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    files.add(full.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''));
  }
  return files;
}

function notFound(): AssetResponse {
  return { status: 404, headers: assetHeaders('text/plain; charset=utf-8'), body: Buffer.from('') };
}
