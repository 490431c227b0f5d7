import { isAbsolute, join } from 'node:path';
import { isNetworkPath } from './dataDir.ts';

export interface LaunchOptions {
  readonly dataDir: string | null;
  /** Files to preview for import: `--import FILE`, or a bare file name given by the operating system. */
  readonly importFiles: readonly string[];
  readonly report: boolean;
  readonly lang: 'zh-CN' | 'zh-TW' | 'en' | null;
  readonly headless: boolean;
  readonly allowNoSandbox: boolean;
}

export type ArgvResult =
  | { readonly ok: true; readonly options: LaunchOptions }
  | { readonly ok: false; readonly code: ArgvRefusal; readonly argument: string };

export type ArgvRefusal =
  | 'DANGEROUS_SWITCH'
  | 'UNKNOWN_SWITCH'
  | 'MISSING_VALUE'
  | 'BAD_VALUE'
  | 'TOO_MANY_ARGUMENTS';

/**
 * Switches of Chromium, V8 and Node that would open a door into the app (debuggers, foreign code,
 * weaker sandbox, rerouted names or keys). They arrive by a shortcut, a protocol handler or a second start.
 */
const DANGEROUS = [
  'inspect',
  'remote-debugging',
  'remote-allow-origins',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'no-sandbox',
  'disable-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'no-zygote',
  'single-process',
  'host-rules',
  'host-resolver-rules',
  'proxy-',
  'disable-web-security',
  'disable-site-isolation',
  'allow-file-access',
  'allow-running-insecure-content',
  'unsafely-treat',
  'ignore-certificate-errors',
  'user-data-dir',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'browser-subprocess-path',
  'ppapi',
  'register-pepper-plugins',
  'enable-blink-features',
  'enable-features',
  'disable-features',
  'ssl-key-log-file',
  'log-net-log',
  'enable-logging',
  'log-file',
  'require',
  'import-map',
  'eval',
  'loader',
  'experimental-loader',
  'node-options',
  'auth-server',
] as const;

/** Switches that Chromium or the desktop add by themselves; harmless, ignored. */
const HARMLESS = [
  /^--(allow-file-access-from-files-never|original-process-start-time=\d+)$/,
  /^-psn_\d+_\d+$/,
  /^--(relaunch|no-startup-window)$/,
  /^--ozone-platform(-hint)?=(auto|x11|wayland)$/,
];
const MAX_ARGUMENTS = 64;
const MAX_ARGUMENT_CHARS = 4096;

interface Parsed {
  dataDir: string | null;
  importFiles: string[];
  report: boolean;
  lang: LaunchOptions['lang'];
  headless: boolean;
  allowNoSandbox: boolean;
}

/**
 * Parses the arguments after the program's own. Unknown switches are refused, not skipped:
 * Chromium knows hundreds that nobody has documented. Never throws.
 */
export function parseArgv(argv: readonly string[]): ArgvResult {
  if (argv.length > MAX_ARGUMENTS) return refuse('TOO_MANY_ARGUMENTS', String(argv.length));
  const out: Parsed = {
    dataDir: null,
    importFiles: [],
    report: false,
    lang: null,
    headless: false,
    allowNoSandbox: false,
  };
  for (let index = 0; index < argv.length; ) {
    const step = takeArgument(argv, index, out);
    if (typeof step !== 'number') return step;
    index += step;
  }
  return { ok: true, options: out };
}

const IMPORTABLE = /\.(milepost|xml|gan|csv|xlsx|vcf|ics)$/i;

/**
 * Files named by a second start of the app. Its arguments come from anybody and Chromium adds its own:
 * every switch is dropped, and only absolute or relative names of importable documents remain.
 * @param cwd the other process's working directory, for relative names
 */
export function parseSecondInstance(argv: readonly string[], cwd: string): string[] {
  if (argv.length > MAX_ARGUMENTS) return [];
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.length <= MAX_ARGUMENT_CHARS)
    .filter((argument) => IMPORTABLE.test(argument) && !argument.includes('\0') && !isNetworkPath(argument))
    .map((argument) =>
      isAbsolute(argument) || /^[a-z]:[\\/]/i.test(argument) ? argument : join(cwd, argument),
    );
}

/** True for a switch that must end the process before anything else happens. */
export function isDangerousSwitch(argument: string): boolean {
  const name = /^(?:--?|\/)([^=]*)/.exec(argument.trim())?.[1]?.toLowerCase();
  if (name === undefined) return false;
  return DANGEROUS.some(
    (bad) => name === bad || name.startsWith(`${bad}-`) || (bad.endsWith('-') && name.startsWith(bad)),
  );
}

function takeArgument(argv: readonly string[], index: number, out: Parsed): number | ArgvResult {
  const argument = argv[index] ?? '';
  if (argument.includes('\0') || argument.length > MAX_ARGUMENT_CHARS) return refuse('BAD_VALUE', argument);
  if (!argument.startsWith('-')) {
    // On Windows a leading slash is a switch prefix for Chromium as well.
    if (/^\/[a-z-]+([=:]|$)/i.test(argument) && isDangerousSwitch(argument.replace(':', '='))) {
      return refuse('DANGEROUS_SWITCH', argument);
    }
    if (argument !== '' && argument !== '.') out.importFiles.push(argument);
    return 1;
  }
  if (isDangerousSwitch(argument)) return refuse('DANGEROUS_SWITCH', argument);
  if (HARMLESS.some((pattern) => pattern.test(argument))) return 1;
  if (argument === '--report') out.report = true;
  else if (argument === '--headless') out.headless = true;
  else if (argument === '--allow-no-sandbox') out.allowNoSandbox = true;
  else return takeValued(argv, index, out);
  return 1;
}

function takeValued(argv: readonly string[], index: number, out: Parsed): number | ArgvResult {
  const argument = argv[index] ?? '';
  const equals = argument.indexOf('=');
  const name = equals < 0 ? argument : argument.slice(0, equals);
  if (name !== '--data-dir' && name !== '--import' && name !== '--lang')
    return refuse('UNKNOWN_SWITCH', argument);
  const value = equals < 0 ? argv[index + 1] : argument.slice(equals + 1);
  if (value === undefined || value === '' || (equals < 0 && value.startsWith('-'))) {
    return refuse('MISSING_VALUE', argument);
  }
  if (value.includes('\0')) return refuse('BAD_VALUE', argument);
  if (name === '--data-dir') out.dataDir = value;
  else if (name === '--import') out.importFiles.push(value);
  else if (value === 'zh-CN' || value === 'zh-TW' || value === 'en') out.lang = value;
  else return refuse('BAD_VALUE', argument);
  return equals < 0 ? 2 : 1;
}

function refuse(code: ArgvRefusal, argument: string): ArgvResult {
  return { ok: false, code, argument: argument.slice(0, 200) };
}
