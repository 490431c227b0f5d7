import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Looks at what was built, not at what was meant: the last of the nets that keep the layers apart.
 * `npm run check:bundles` after `npm run build`; exits with 1 and a list when something is wrong.
 */
const out = fileURLToPath(new URL('../../out', import.meta.url));

interface Rule {
  readonly folder: string;
  /** Modules that may be imported or required at run time. */
  readonly externals: readonly string[];
  readonly nodeAllowed: boolean;
}

const RULES: readonly Rule[] = [
  { folder: 'renderer', externals: [], nodeAllowed: false },
  { folder: 'preload', externals: ['electron'], nodeAllowed: false },
  { folder: 'preload-print', externals: ['electron'], nodeAllowed: false },
  { folder: 'electron', externals: ['electron', 'better-sqlite3'], nodeAllowed: true },
  { folder: 'worker', externals: ['better-sqlite3'], nodeAllowed: true },
  {
    folder: 'chromium',
    externals: ['playwright-core', '@sparticuz/chromium', 'better-sqlite3'],
    nodeAllowed: true,
  },
];

const SPECIFIER =
  /(?:^|[;\n}])\s*(?:import|export)\s*(?:[\w*{}\s,$]*?\bfrom\s*)?["']([^"'\n]+)["']|\b(?:require|import)\(\s*["'`]([^"'`\n]+)["'`]\s*\)/g;
/** Names of documents and specifications that libraries mention; none of them is ever fetched. */
const KNOWN_URLS =
  /^https?:\/\/(www\.w3\.org|json-schema\.org|schemas?\.[\w.]*(microsoft|openxmlformats)\.(com|org)|schemas\.microsoft\.com|react\.dev|reactjs\.org|fb\.me|github\.com|developer\.mozilla\.org|milepost\.invalid|ns\.adobe\.com|purl\.org|www\.aiim\.org|cipa\.jp|xml\.org|relaxng\.org|nodemailer\.com|(www|react)\.i18next\.com|i18next\.com|locize\.com|zod\.dev|tools\.ietf\.org|datatracker\.ietf\.org|react-aria\.adobe\.com|react-spectrum\.adobe\.com|tanstack\.com|stackoverflow\.com|bugzilla\.mozilla\.org|bugs\.webkit\.org|crbug\.com|bugs\.chromium\.org|html\.spec\.whatwg\.org|drafts\.csswg\.org|w3c\.github\.io|unicode\.org|orm\.drizzle\.team|localhost|127\.0\.0\.1|example\.(com|org|invalid))/;

/** Problems of one built file, empty when there are none. */
export function checkBundle(text: string, rule: Rule): string[] {
  const problems: string[] = [];
  for (const match of text.matchAll(SPECIFIER)) {
    const name = match[1] ?? match[2] ?? '';
    if (name.startsWith('.') || name.startsWith('/')) continue;
    const builtIn = name.startsWith('node:') || builtinModules.includes(name);
    if (
      builtIn
        ? !rule.nodeAllowed
        : !rule.externals.some((known) => name === known || name.startsWith(`${known}/`))
    ) {
      problems.push(`imports ${name}`);
    }
  }
  if (!rule.externals.includes('playwright-core') && text.includes('playwright-core')) {
    problems.push('mentions playwright-core');
  }
  const code = withoutComments(text);
  // The schema library asks whether it could; outside the window there is no policy to offend.
  const probed = rule.nodeAllowed ? code.replaceAll('new Function("")', '') : code;
  if (/(?<![\w.$])eval\(|\bnew Function\(/.test(probed)) problems.push('makes code from text');
  if (!rule.nodeAllowed && /\.node["'`]/.test(text)) problems.push('names a native module');
  for (const [url] of code.matchAll(/(?:https?|wss?):\/\/[\w.-]+(?:\/[\w./#-]*)?/g)) {
    if (!KNOWN_URLS.test(url)) problems.push(`names ${url}`);
  }
  return [...new Set(problems)];
}

/** Comments in unminified output speak about `eval(` and name pages to read. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

async function main(): Promise<number> {
  let count = 0;
  let checked = 0;
  for (const rule of RULES) {
    for (const entry of await readdir(join(out, rule.folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(js|cjs|mjs)$/.test(entry.name)) continue;
      checked += 1;
      for (const problem of checkBundle(await readFile(path, 'utf8'), rule)) {
        count += 1;
        console.error(`${relative(out, path)}: ${problem}`);
      }
    }
  }
  if (checked < RULES.length) {
    console.error(`only ${checked} files were found: build first`);
    return 1;
  }
  console.log(`${checked} bundles checked, ${count} problem(s)`);
  return count === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
