/** What the guard of promises says, as sentences: the same on the screen and in the record. */
import type { GuardWarning } from './guard.ts';

export type SayGuard = (
  key: `communication:guard.${GuardWarning['kind'] | 'step'}`,
  values: Record<string, string | number>,
) => string;

/** One warning as a sentence. @param day writes a date for people */
export function guardText(warning: GuardWarning, say: SayGuard, day: (date: string) => string): string {
  const key = `communication:guard.${warning.kind}` as const;
  switch (warning.kind) {
    case 'before_earliest':
      return say(key, { date: day(warning.earliest_on), days: warning.days });
    case 'owner_busy':
      return say(key, {
        owner: warning.owner,
        days: warning.days,
        from: day(warning.first_on),
        to: day(warning.last_on),
      });
    case 'risks': {
      const names = warning.risks.map(({ no, title }) => `R-${no} ${title}`).join(', ');
      return say(key, { number: warning.risks.length, names });
    }
    case 'past':
      return say(key, { date: day(warning.due_on) });
    default: {
      const { kind: _kind, ...values } = warning;
      return say(key, values);
    }
  }
}

/** The tasks behind a date, from the first to the one that was promised. */
export function guardPath(warning: GuardWarning, say: SayGuard, day: (date: string) => string): string[] {
  if (warning.kind !== 'before_earliest') return [];
  return warning.path.map(({ number, name, finish_on }) =>
    say('communication:guard.step', { task: `${number} ${name}`, date: day(finish_on) }),
  );
}

/** All warnings as one text, which a promise made anyway keeps. */
export function guardNote(warnings: readonly GuardWarning[], say: SayGuard): string {
  const asIs = (date: string): string => date;
  return warnings
    .flatMap((warning) => {
      const path = guardPath(warning, say, asIs);
      return [guardText(warning, say, asIs), ...(path.length === 0 ? [] : [`  ${path.join(' → ')}`])];
    })
    .join('\n')
    .slice(0, 5_000);
}
