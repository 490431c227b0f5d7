import type { KeyboardEvent } from 'react';

export type PlanKey =
  | 'indent'
  | 'outdent'
  | 'up'
  | 'down'
  | 'insert'
  | 'link'
  | 'unlink'
  | 'info'
  | 'earlier'
  | 'later'
  | 'shorter'
  | 'longer'
  | 'startEarlier'
  | 'startLater'
  | 'collapse'
  | 'expand'
  | 'today'
  | 'find';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

const ALT_SHIFT: Readonly<Record<string, PlanKey>> = {
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What a key asks the plan to do, as Microsoft Project has it where the key is free; null for all others. */
export function planKey(event: Press): PlanKey | null {
  const { key, code, altKey, shiftKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (altKey && shiftKey && !ctrl) {
    if (code === 'Equal' || code === 'NumpadAdd') return 'expand';
    if (code === 'Minus' || code === 'NumpadSubtract') return 'collapse';
    return ALT_SHIFT[key] ?? null;
  }
  // By place: Alt makes another sign of the key on some keyboards.
  if (altKey && !ctrl && !shiftKey && code === 'BracketLeft') return 'startEarlier';
  if (altKey && !ctrl && !shiftKey && code === 'BracketRight') return 'startLater';
  if (altKey) return key === 'Home' && !ctrl && !shiftKey ? 'today' : null;
  if (ctrl) {
    if (key === 'F2') return shiftKey ? 'unlink' : 'link';
    return key.toLowerCase() === 'f' && !shiftKey ? 'find' : null;
  }
  if (key === 'F2') return shiftKey ? 'info' : null;
  if (key === 'Insert') return shiftKey ? null : 'insert';
  // By place as well as by sign: with Shift the sign is another one.
  if (key === '[' || (code === 'BracketLeft' && shiftKey)) return shiftKey ? 'shorter' : 'earlier';
  if (key === ']' || (code === 'BracketRight' && shiftKey)) return shiftKey ? 'longer' : 'later';
  return null;
}
