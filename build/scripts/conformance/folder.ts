import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Far more than any set of plans has; a mistaken folder must not be walked for minutes. */
const MAX_FILES = 50_000;
const MAX_BYTES = 512 * 1024 * 1024;

/** Everything below a folder, found once. */
export interface Folder {
  readonly path: string;
  /** Absolute paths, in the order of their names. */
  readonly files: readonly string[];
  /**
   * The file a list means: named from the folder of the list, from the folder itself, or the only one of that name
   * anywhere below. null if there is none.
   */
  find(name: string, list?: string): string | null;
  /** The path as it is shown. */
  show(path: string): string;
}

function walk(path: string, found: string[]): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (found.length >= MAX_FILES) return;
    const full = join(path, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) walk(full, found);
    } else if (entry.isFile()) found.push(full);
    else if (entry.isSymbolicLink() && statSync(full, { throwIfNoEntry: false })?.isFile()) found.push(full);
  }
}

/** Names as they compare: a name with accents can be stored composed or decomposed. */
const plain = (name: string) => name.normalize('NFC');

export function openFolder(path: string): Folder {
  const files: string[] = [];
  walk(path, files);
  const byName = new Map<string, string[]>();
  const byPath = new Map(files.map((file) => [plain(file), file]));
  for (const file of files) {
    const name = plain(basename(file));
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return {
    path,
    files,
    find(given, list) {
      const name = given.replaceAll('\\', '/').trim();
      if (name === '') return null;
      for (const from of [list === undefined ? path : dirname(list), path]) {
        const full = join(from, name);
        if (existsSync(full) && statSync(full).isFile()) return full;
        const other = byPath.get(plain(full));
        if (other !== undefined) return other;
      }
      const same = byName.get(plain(basename(name))) ?? [];
      return same.length === 1 ? (same[0] as string) : null;
    },
    show: (file) => relative(path, file).replaceAll('\\', '/'),
  };
}

/** Bytes of a file, unpacked if it is packed with gzip. */
export function readBytes(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
}
