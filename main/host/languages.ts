/**
 * Languages the user prefers, best first, from the POSIX variables or else from the runtime.
 * `zh_Hant_HK.UTF-8` becomes `zh-Hant-HK`; `C` and `POSIX` say nothing.
 */
export function preferredLanguages(env: Readonly<Record<string, string | undefined>>): string[] {
  const tags: string[] = [];
  const named = [...(env['LANGUAGE'] ?? '').split(':'), env['LC_ALL'], env['LC_MESSAGES'], env['LANG']];
  for (const value of [...named, Intl.DateTimeFormat().resolvedOptions().locale]) {
    const tag = (value ?? '').split(/[.@]/, 1)[0]?.replaceAll('_', '-') ?? '';
    if (tag === '' || tag === 'C' || tag === 'POSIX') continue;
    try {
      const [canonical] = Intl.getCanonicalLocales(tag);
      if (canonical !== undefined && !tags.includes(canonical)) tags.push(canonical);
    } catch {
      // Not a language tag: the next source may know better.
    }
  }
  return tags.length > 0 ? tags : ['en'];
}
