/** Endings of files that are tables; what a file really is, its content says. */
export const TABLE_EXTENSIONS = [
  '.xlsx',
  '.xlsm',
  '.csv',
  '.tsv',
  '.txt',
  '.xls',
  '.ods',
  '.numbers',
] as const;

export function isTableFile(name: string): boolean {
  const lower = name.toLowerCase();
  return TABLE_EXTENSIONS.some((extension) => lower.endsWith(extension));
}
