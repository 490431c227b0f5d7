import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['shared', 'db', 'main', 'renderer', 'build', 'test', 'docs'];

/**
 * Files of the repository, with `/` on every system: what git tracks or would track. Where there is no
 * git (an unpacked archive) everything in the source folders.
 */
export function trackedFiles(): string[] {
  process.chdir(root);
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const text = execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const files = [...new Set(text.split('\0'))].filter((file) => file !== '' && existsSync(file));
    if (files.length > 0) return files.sort();
  } catch {
    // No git, or no repository: look at the folders.
  }
  return FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.*`))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
