/** Licences of everything that is shipped: a gate over the lock file, and the text that goes into the package. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that may be in the repository at all; `shipped` ones may be in the product. */
export const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'OFL-1.1',
  'Python-2.0',
  'WTFPL',
  'CC-BY-4.0',
]);
/** Development tools only: used as they are, never part of the product. */
const DEV_ONLY: ReadonlySet<string> = new Set(['MPL-2.0']);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly dir: string;
}

function manifestOf(dir: string): Manifest | null {
  const file = join(dir, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}

const licenceOf = ({ license }: Manifest): string =>
  typeof license === 'string' ? license : (license?.type ?? 'none stated');

/** True if one of the alternatives, or all of a conjunction, are allowed. */
export function isAllowed(licence: string, set: ReadonlySet<string> = ALLOWED): boolean {
  const plain = licence.replace(/[()]/g, '').trim();
  if (/ OR /i.test(plain)) return plain.split(/ OR /i).some((part) => isAllowed(part, set));
  if (/ AND /i.test(plain)) return plain.split(/ AND /i).every((part) => isAllowed(part, set));
  return set.has(plain);
}

/** Packages installed below `root`, with their licence. */
export function installedPackages(root: string): Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  return Object.keys(lock.packages).flatMap((path) => {
    const manifest = path === '' ? null : manifestOf(join(root, path));
    return manifest
      ? [
          {
            name: manifest.name,
            version: manifest.version,
            licence: licenceOf(manifest),
            dir: join(root, path),
          },
        ]
      : [];
  });
}

/** Packages whose licence is in neither list. */
export function refusedPackages(packages: readonly Package[]): Package[] {
  const all = new Set([...ALLOWED, ...DEV_ONLY]);
  return packages.filter(({ licence }) => !isAllowed(licence, all));
}

/** The named packages and all they depend on, as they are found below `root`. */
export function closure(root: string, names: readonly string[]): Package[] {
  const found = new Map<string, Package>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const dir = join(root, 'node_modules', name);
    const manifest = found.has(name) ? null : manifestOf(dir);
    if (!manifest) continue;
    found.set(name, { name, version: manifest.version, licence: licenceOf(manifest), dir });
    queue.push(...Object.keys(manifest.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function licenceText(dir: string): string {
  const file = readdirSync(dir).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? '' : readFileSync(join(dir, file), 'utf8').trim();
}

/** Writes the notices of everything that ends up in the product. */
export function writeNotices(root: string, names: readonly string[], target: string): void {
  const parts = closure(root, names).map(
    ({ name, version, licence, dir }) => `${name} ${version}\n${licence}\n\n${licenceText(dir)}`,
  );
  writeFileSync(target, `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
}
