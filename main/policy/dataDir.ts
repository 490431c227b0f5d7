import { posix, win32 } from 'node:path';

export type Platform = 'win32' | 'darwin' | 'linux';

export interface DataDirInput {
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
  /** Value of `--data-dir`, if any; wins over `MILEPOST_DATA_DIR`. */
  readonly fromArgv: string | null;
  /** Working directory, for relative values. */
  readonly cwd: string;
}

export type DataDirWarning = 'SYNCED_FOLDER';
export type DataDirRefusal = 'NETWORK_PATH' | 'BAD_PATH';

export type DataDirResult =
  | {
      readonly ok: true;
      readonly path: string;
      readonly warning: DataDirWarning | null;
      readonly provider: string | null;
    }
  | { readonly ok: false; readonly code: DataDirRefusal; readonly path: string };

/** Folder names the sync programs create; compared without case, as whole segments or as their beginning. */
const SYNC_FOLDERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^onedrive( - .*)?$/i, 'OneDrive'],
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(nutstore( files)?|我的坚果云|坚果云|jianguoyun)$/i, 'Nutstore'],
  [/^(icloud ?drive|icloud~.*|com~apple~clouddocs|mobile documents)$/i, 'iCloud'],
  [/^(google ?drive|googledrive-.*|my drive)$/i, 'Google Drive'],
  [/^(baidusyncdisk|百度网盘同步空间|百度云同步盘)$/i, 'Baidu'],
  [/^(nextcloud|owncloud|seafile|syncthing|box sync)$/i, 'Sync'],
  [/^(onedrive|dropbox|box|googledrive)-.+$/i, 'CloudStorage'],
];

/**
 * Where the store lives: `--data-dir`, else `MILEPOST_DATA_DIR`, else the platform's folder for
 * application data (`%APPDATA%`, `~/Library/Application Support`, `$XDG_DATA_HOME`).
 * A network path is refused: SQLite's locks do not hold there. A synced folder only warns, since the
 * user may have no other, but two machines writing there lose data (see `docs/security.md`).
 * Pure: looks at text only.
 */
export function resolveDataDir(input: DataDirInput): DataDirResult {
  const path = input.platform === 'win32' ? win32 : posix;
  const wanted = input.fromArgv ?? nonEmpty(input.env['MILEPOST_DATA_DIR']) ?? defaultDataDir(input);
  if (wanted.includes('\0') || wanted.trim() === '') return { ok: false, code: 'BAD_PATH', path: wanted };
  if (isNetworkPath(wanted)) return { ok: false, code: 'NETWORK_PATH', path: wanted };
  const full = path.resolve(input.cwd, wanted);
  if (input.platform === 'win32' && isNetworkPath(full))
    return { ok: false, code: 'NETWORK_PATH', path: full };
  const provider = syncProvider(full);
  return { ok: true, path: full, warning: provider === null ? null : 'SYNCED_FOLDER', provider };
}

/** Name of the sync program whose folder this path lies in, else `null`. */
export function syncProvider(fullPath: string): string | null {
  for (const segment of fullPath.split(/[\\/]/)) {
    for (const [pattern, name] of SYNC_FOLDERS) if (pattern.test(segment.normalize('NFC'))) return name;
  }
  return null;
}

/** UNC (`\\server\share`, `\\?\UNC\…`), slashes instead, `smb:` and other addresses, GVFS and autofs mounts. */
export function isNetworkPath(text: string): boolean {
  if (/^[\\/]{2}[?.][\\/]unc[\\/]/i.test(text)) return true;
  if (/^[\\/]{2}[^\\/?.]/.test(text)) return true;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return true;
  return /^\/(net|run\/user\/\d+\/gvfs)(\/|$)/.test(text);
}

function defaultDataDir({ platform, env, homeDir }: DataDirInput): string {
  if (platform === 'win32') {
    return win32.join(nonEmpty(env['APPDATA']) ?? win32.join(homeDir, 'AppData', 'Roaming'), 'Milepost');
  }
  if (platform === 'darwin') return posix.join(homeDir, 'Library', 'Application Support', 'Milepost');
  const xdg = nonEmpty(env['XDG_DATA_HOME']);
  // The specification says that a relative value is to be ignored.
  return posix.join(xdg?.startsWith('/') ? xdg : posix.join(homeDir, '.local', 'share'), 'milepost');
}

function nonEmpty(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
