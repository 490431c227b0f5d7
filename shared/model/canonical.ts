/**
 * Canonical JSON: keys sorted by code unit, no white space, no undefined. Equal data gives equal text,
 * so that hashes of snapshots and of the log can be compared between devices.
 * @throws TypeError on values JSON cannot carry: functions, bigint, NaN, infinities, dates, maps.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no NaN or infinity');
    return JSON.stringify(value);
  }
  // Array.from, because map leaves holes as they are and would give text that is no JSON.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    if (!isPlain(value)) throw new TypeError('canonical JSON holds plain objects and arrays only');
    const source = value as Record<string, unknown>;
    // One text that grows: a commit of thousands of records comes through here several times.
    let text = '';
    for (const key of Object.keys(source).sort()) {
      const item = source[key];
      if (item === undefined) continue;
      text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
    }
    return text === '' ? '{}' : `${text}}`;
  }
  throw new TypeError(`canonical JSON cannot hold a ${typeof value}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
