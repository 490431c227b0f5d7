import { readFileSync } from 'node:fs';
import { trackedFiles } from './files.ts';

export const MAX_LINES = 400;

/**
 * Catalogues and fixtures are lists of data; declaration files describe what others wrote; fonts.css is generated
 * (report-fonts.ts) and compared with what its generator says in a test.
 */
const exempt = (file: string): boolean =>
  /^shared\/i18n\/|^renderer\/print\/fonts\.css$|\/fixtures\/|\/__snapshots__\/|\.d\.ts$/.test(file) ||
  !/\.(tsx?|css|c)$/.test(file);

/** Source files with more lines than a person can keep in mind. */
export function tooLong(files: readonly string[], read: (file: string) => string): string[] {
  return files.flatMap((file) => {
    if (exempt(file)) return [];
    const lines = read(file).trimEnd().split('\n').length;
    return lines > MAX_LINES ? [`${file}: ${lines} lines, at most ${MAX_LINES}`] : [];
  });
}

/** CSS custom properties that are used somewhere and declared nowhere: they would silently be nothing. */
export function undeclaredVariables(sources: readonly { file: string; text: string }[]): string[] {
  const declared = new Set<string>();
  for (const { text } of sources)
    for (const [, name] of text.matchAll(/['"`]?(--[a-zA-Z][\w-]*)['"`]?(?:\s+as\s+\w+)?\s*\]?\s*:/g))
      declared.add(name!);
  for (const { text } of sources)
    for (const [, name] of text.matchAll(/setProperty\(\s*['"`](--[\w-]+)/g)) declared.add(name!);
  return sources.flatMap(({ file, text }) => {
    const css = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const used = [...css.matchAll(/var\(\s*(--[a-zA-Z][\w-]*)\s*(,?)/g)];
    // Some are set by the components library on its own elements.
    return used
      .filter(([, name, fallback]) => !declared.has(name!) && fallback === '' && !LIBRARY.test(name!))
      .map(([, name]) => `${file}: ${name} is used but declared nowhere`);
  });
}

/** Set by react-aria-components at run time. */
const LIBRARY =
  /^--(trigger-width|trigger-anchor-point|visual-viewport-height|page-height|tree-item-level|slider-.*|tab-panel-(width|height))$/;

if (import.meta.main) {
  const files = trackedFiles();
  const read = (file: string): string => readFileSync(file, 'utf8');
  const styled = files
    .filter((file) => /^(renderer|shared)\/.*\.(css|tsx?)$/.test(file) && !/\.test\./.test(file))
    .map((file) => ({ file, text: read(file) }));
  const problems = [...tooLong(files, read), ...undeclaredVariables(styled)];
  for (const problem of problems) console.error(problem);
  console.log(`${files.length} files, ${problems.length} too long or with unknown variables`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
