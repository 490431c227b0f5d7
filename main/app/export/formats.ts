/** Units as people type them, back to the numbers of the file. */
import type { DurationFormat } from '#shared/interchange/mspdi/model.ts';
import { durationFormat } from '#shared/interchange/mspdi/values.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import { unitText } from '../import/mspdiTasks.ts';

const CODES: Readonly<Record<string, number>> = { m: 3, h: 5, d: 7, w: 9, mo: 11, '%': 19 };
const DAYS: DurationFormat = { code: 7, unit: 'day', elapsed: false, estimated: false };
const UNIT = /^(e?)(mo|[mhdw%])(\??)$/;

/** `ed?` → elapsed days, estimated. Unknown units count as days. */
export function formatOfUnit(unit: string): DurationFormat {
  const [, elapsed = '', base = 'd', estimated = ''] = UNIT.exec(unit) ?? [];
  const code = (CODES[base] ?? 7) + (elapsed === '' ? 0 : 1) + (estimated === '' ? 0 : 32);
  return durationFormat(code) ?? DAYS;
}

/** The format of the file as long as the unit is still the one it was imported with. */
export function keptFormat(written: DurationFormat | null, unit: string): DurationFormat {
  return written && unitText(written) === unit ? written : formatOfUnit(unit);
}

/** Format of a lag: its kind decides about elapsed and percent, its unit about the rest. */
export function lagFormat(link: RecordOf<'link'>, code: number | null): DurationFormat {
  const elapsed = link.lag_kind === 'elapsed' || link.lag_kind === 'elapsed_percent';
  const percent = link.lag_kind === 'percent' || link.lag_kind === 'elapsed_percent';
  const written = code === null ? null : durationFormat(code);
  if (
    written &&
    unitText(written) === link.lag_unit &&
    written.elapsed === elapsed &&
    (written.unit === 'percent') === percent
  )
    return written;
  const plain = link.lag_unit.replace(/^e/, '');
  const base = percent ? plain.replace(/^[^?]*/, '%') : plain.replace('%', 'd');
  return formatOfUnit(elapsed ? `e${base}` : base);
}
