/** At most `max` characters of a value shown as text; never half of a character that takes two units. */
export function clipped(value: unknown, max = 80): string {
  const text = typeof value === 'string' ? value : String(value ?? '');
  if (text.length <= max) return text;
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}
