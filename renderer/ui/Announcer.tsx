import { create } from 'zustand';
import styles from './Misc.module.css';

interface Spoken {
  readonly text: string;
  readonly turn: number;
}

const useSpoken = create<Spoken>(() => ({ text: '', turn: 0 }));
let pending: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something to screen readers without moving the focus.
 * Waits for a short pause, because a screen reader that echoes typing drops what comes in between;
 * the last of several texts wins. The same text twice is read twice.
 */
export function announce(text: string): void {
  clearTimeout(pending);
  pending = setTimeout(() => useSpoken.setState((state) => ({ text, turn: state.turn + 1 })), 250);
}

/** The one polite live region of a window. Two slots take turns, so that a repeated text is a change. */
export function Announcer() {
  const text = useSpoken((state) => state.text);
  const even = useSpoken((state) => state.turn % 2 === 0);
  return (
    <div className={styles.hidden} aria-live="polite" data-announcer="">
      <span>{even ? text : ''}</span>
      <span>{even ? '' : text}</span>
    </div>
  );
}
