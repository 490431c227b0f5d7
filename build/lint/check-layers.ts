import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { trackedFiles } from '../scripts/files.ts';
import { type ImportSite, importsOf } from './imports.ts';
import { type Layer, layers, TEST_FOLDERS, TEST_PACKAGES } from './layers.ts';

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  readonly why: string;
}

const BUILTINS: ReadonlySet<string> = new Set(builtinModules);
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const layerOf = (path: string): Layer | undefined => layers.find((layer) => path.startsWith(layer.folder));
const topFolder = (path: string): string => path.slice(0, path.indexOf('/') + 1);

/** Path inside the repository that the specifier means, or null for a package. */
function targetOf(file: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return bare.slice(1);
  return bare.startsWith('.') ? posix.join(posix.dirname(file), bare) : null;
}

function allowsPackage(allowed: readonly string[], name: string): boolean {
  if (name.startsWith('node:')) return allowed.includes('node:');
  return allowed.some((entry) =>
    entry.endsWith('/*') ? name.startsWith(entry.slice(0, -1)) : entry === name,
  );
}

function packageFault(layer: Layer, file: string, name: string): string | null {
  if (BUILTINS.has(name)) return `write node:${name}`;
  const allowed = isTest(file) ? [...layer.packages, ...TEST_PACKAGES] : layer.packages;
  return allowsPackage(allowed, name) ? null : `${layer.folder} may not use the package ${name}`;
}

/** A feature is entered through its `public.ts` only. */
function featureFault(file: string, target: string): string | null {
  const feature = /^renderer\/features\/[^/]+\//.exec(target)?.[0];
  if (!feature || file.startsWith(feature) || /^public\.tsx?$/.test(target.slice(feature.length)))
    return null;
  return `${feature} is entered through its public.ts`;
}

function folderFault(layer: Layer, file: string, target: string): string | null {
  if (isTest(file) && TEST_FOLDERS.some((folder) => target.startsWith(folder))) return null;
  const theirs = layerOf(target);
  if (theirs?.closed && theirs !== layer) return `nothing outside ${theirs.folder} may import from it`;
  const allowed = [layer.folder, ...layer.folders];
  return allowed.some((folder) => target.startsWith(folder))
    ? null
    : `${layer.folder} has no door to ${target}`;
}

function faultOf(layer: Layer, file: string, site: ImportSite): string | null {
  if (site.specifier === null) return 'the name of a module must be written out';
  const target = targetOf(file, site.specifier);
  if (target === null) return packageFault(layer, file, site.specifier);
  const fault = folderFault(layer, file, target) ?? (isTest(file) ? null : featureFault(file, target));
  if (fault) return fault;
  if (site.specifier.startsWith('.') && topFolder(target) !== topFolder(file))
    return `go through #${target}, not through a relative path`;
  return null;
}

/** What a file imports against the layer table. Files outside of every layer (build, test) are free. */
export function violationsOf(file: string, code: string): Violation[] {
  const layer = layerOf(file);
  if (!layer) return [];
  return importsOf(code, file.endsWith('x') ? 'tsx' : 'ts').flatMap((site) => {
    const why = faultOf(layer, file, site);
    return why === null ? [] : [{ file, line: site.line, specifier: site.specifier ?? '', why }];
  });
}

if (import.meta.main) {
  const files = trackedFiles().filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
  const found = files.flatMap((file) => violationsOf(file, readFileSync(file, 'utf8')));
  for (const { file, line, specifier, why } of found) console.error(`${file}:${line} ${specifier}: ${why}`);
  console.log(`${files.length} files, ${found.length} forbidden imports`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
