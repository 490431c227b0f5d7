/** A shortcut as text: `Mod+Shift+Z`, `Alt+ArrowLeft`, `F6`. `Mod` is Cmd on macOS, Ctrl elsewhere. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Chord {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const MODIFIERS = ['Mod', 'Alt', 'Shift'];

/**
 * Reads a shortcut. Throws for one that would fire while somebody types:
 * a character needs Mod or Alt, only function keys may stand alone.
 */
export function parseKeys(keys: string): Chord {
  const parts = keys.split(/\+(?!$)/);
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  if (key === '' || MODIFIERS.includes(key) || modifiers.some((part) => !MODIFIERS.includes(part))) {
    throw new Error(`“${keys}” is not a shortcut`);
  }
  const chord = {
    key: key.toLowerCase(),
    mod: modifiers.includes('Mod'),
    alt: modifiers.includes('Alt'),
    shift: modifiers.includes('Shift'),
  };
  if (!chord.mod && !chord.alt && !/^f\d{1,2}$/.test(chord.key)) {
    throw new Error(`The shortcut “${keys}” would fire while typing`);
  }
  return chord;
}

/** True if the key press is exactly this shortcut, no modifier more. */
export function matchesKeys(keys: string, press: KeyPress, mac: boolean): boolean {
  const chord = parseKeys(keys);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  return (
    press.key.toLowerCase() === chord.key &&
    mod === chord.mod &&
    !foreign &&
    press.altKey === chord.alt &&
    press.shiftKey === chord.shift
  );
}

const NAMES: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  delete: 'Del',
  ' ': 'Space',
};

/** How a shortcut is shown. */
export function displayKeys(keys: string, mac: boolean): string {
  return keys
    .split(/\+(?!$)/)
    .map((part) => {
      if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'Alt' && mac) return '⌥';
      if (part === 'Shift' && mac) return '⇧';
      return NAMES[part.toLowerCase()] ?? part;
    })
    .join('+');
}

/** The shortcut in the notation of application menus. */
export function acceleratorOf(keys: string): string {
  return keys
    .split(/\+(?!$)/)
    .map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part.replace(/^Arrow/, '')))
    .join('+');
}
