/** C1, C10: one typed line as a duty, or as the mood of a team. */

export interface QuickDuty {
  readonly object: string;
  /** Who has it; null: nobody is named. */
  readonly person: string | null;
}

/** `Weekly report @Wang`, `每周汇报 ＠王工`: what is to be done, and who does it. Without a name all of it is the duty. */
export function quickDuty(line: string): QuickDuty {
  const at = Math.max(line.lastIndexOf('@'), line.lastIndexOf('＠'));
  const object = line.slice(0, Math.max(at, 0)).trim();
  const person = line.slice(at + 1).trim();
  return at < 0 || object === '' || person === ''
    ? { object: line.trim(), person: null }
    : { object, person };
}

export interface QuickMorale {
  /** 1–5; 3 where the line names none. */
  readonly score: number;
  readonly note: string;
}

/** `4 good spirits`, `２ 加班太多`: the score, 1–5, before the note. */
export function quickMorale(line: string): QuickMorale {
  const found = /^\s*([1-5１-５])(?![\d０-９.．])[\s,，、:：分]*(.*)$/su.exec(line);
  if (found === null) return { score: 3, note: line.trim() };
  const score = '12345'.indexOf((found[1] ?? '').normalize('NFKC')) + 1;
  return { score, note: (found[2] ?? '').trim() };
}
