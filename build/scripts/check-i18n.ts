import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as OpenCC from 'opencc-js';
import { catalogues, namespaces } from '#shared/i18n/index.ts';
import { checkKeys, checkScript, checkUsage, checkVariables, type Usage, usageOf } from './i18nRules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Families whose keys are put together at run time from a code or a field name, outside of a template. */
const FAMILIES = ['errors:', 'model:', 'mspdi:', 'undo:', 'tableImport:template.', 'tableImport:exportFile'];

/**
 * The general verbs, states and units stand ready for every screen: a new screen should find them rather than
 * add its own. Every other text must be used.
 */
const VOCABULARY = ['common:verb.', 'common:state.', 'common:unit.', 'common:relative.'];

/**
 * Characters of one script that the other never writes: those that conversion changes,
 * minus those that it also leaves alone somewhere (后, 里, 干, 台 … are written in both).
 */
export function foreignCharacters(): {
  readonly inTaiwan: ReadonlySet<string>;
  readonly inMainland: ReadonlySet<string>;
} {
  const toTaiwan = OpenCC.Converter({ from: 'cn', to: 'tw' });
  const toMainland = OpenCC.Converter({ from: 'tw', to: 'cn' });
  const inTaiwan = new Set<string>();
  const inMainland = new Set<string>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const char = String.fromCodePoint(code);
    const changesToTaiwan = toTaiwan(char) !== char;
    const changesToMainland = toMainland(char) !== char;
    if (changesToTaiwan && !changesToMainland) inTaiwan.add(char);
    if (changesToMainland && !changesToTaiwan) inMainland.add(char);
  }
  // Written in traditional text too, with a meaning of their own.
  for (const char of '后里干台面系出准几松只丑谷斗发岩布占采群秘峰游') inTaiwan.delete(char);
  // Written in simplified text too.
  for (const char of '著乾') inMainland.delete(char);
  return { inTaiwan, inMainland };
}

function scan(): Usage {
  const files = globSync(['renderer/**/*.{ts,tsx}', 'main/**/*.ts', 'shared/**/*.ts', 'db/**/*.ts'], {
    cwd: root,
  }).filter((file) => !/\.test\.tsx?$/.test(file) && !file.replaceAll('\\', '/').startsWith('shared/i18n/'));
  const usages = files.map((file) => usageOf(readFileSync(`${root}${file}`, 'utf8'), namespaces));
  return {
    keys: new Set(usages.flatMap((usage) => [...usage.keys])),
    prefixes: new Set(usages.flatMap((usage) => [...usage.prefixes])),
  };
}

/** Every problem of the catalogues, one sentence each. */
export function checkI18n(): string[] {
  const foreign = foreignCharacters();
  return [
    ...checkKeys(catalogues),
    ...checkVariables(catalogues, 'zh-CN'),
    ...checkScript('zh-TW', catalogues['zh-TW'], foreign.inTaiwan),
    ...checkScript('zh-CN', catalogues['zh-CN'], foreign.inMainland),
    ...checkUsage(catalogues['zh-CN'], scan(), [...FAMILIES, ...VOCABULARY]),
  ];
}

if (import.meta.main) {
  const problems = checkI18n();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`check-i18n: ${problems.length === 0 ? 'ok' : `${problems.length} problems`}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
