import type { ReactNode } from 'react';
import { create } from 'zustand';
import type { T } from '#renderer/i18n/index.ts';
import { type KeyPress, matchesKeys, parseKeys } from './keys.ts';

export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'help';

export interface Command {
  /** `area.verb`, unique. */
  readonly id: string;
  /** The name as a call with a fixed key: `(t) => t('shell:nav.today')`. */
  readonly title: (t: T) => string;
  readonly icon?: ReactNode;
  /** One or several shortcuts, `Mod+K`; the first is shown. */
  readonly keys?: readonly string[];
  /** Where it can run now; always if not given. Must be cheap. */
  readonly when?: () => boolean;
  readonly run: () => void | Promise<void>;
  /** Other words people look for, in any language. */
  readonly keywords?: readonly string[];
  /** Menu that lists it; without one it is in the palette only. */
  readonly menu?: MenuName;
  /** Not offered in palette or menus (moving between regions). */
  readonly hidden?: boolean;
}

interface Registry {
  readonly commands: readonly Command[];
}

export const useRegistry = create<Registry>(() => ({ commands: [] }));

/**
 * Adds commands and returns what removes them again.
 * Throws for a second command with the same id, and for shortcuts that would fire while typing.
 */
export function registerCommands(commands: readonly Command[]): () => void {
  const known = useRegistry.getState().commands;
  for (const command of commands) {
    if (known.some((other) => other.id === command.id))
      throw new Error(`The command ${command.id} exists already`);
    for (const keys of command.keys ?? []) parseKeys(keys);
  }
  useRegistry.setState({ commands: [...known, ...commands] });
  return () => {
    const gone = new Set(commands);
    useRegistry.setState((state) => ({ commands: state.commands.filter((command) => !gone.has(command)) }));
  };
}

export function canRun(command: Command): boolean {
  return command.when?.() ?? true;
}

export interface KeyMatch {
  readonly kind: 'none' | 'one' | 'ambiguous';
  readonly commands: readonly Command[];
}

/** Which command a key press means. More than one that could run is refused rather than guessed. */
export function matchCommand(commands: readonly Command[], press: KeyPress, mac: boolean): KeyMatch {
  const found = commands.filter(
    (command) => (command.keys ?? []).some((keys) => matchesKeys(keys, press, mac)) && canRun(command),
  );
  return { kind: found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'ambiguous', commands: found };
}

export interface RunReport {
  readonly onFailed: (command: Command, error: unknown) => void;
}

/** Runs a command by id if it may run now. A failure is reported, never lost. */
export async function runCommand(id: string, report: RunReport): Promise<boolean> {
  const command = useRegistry.getState().commands.find((candidate) => candidate.id === id);
  if (!command || !canRun(command)) return false;
  try {
    await command.run();
    return true;
  } catch (error) {
    report.onFailed(command, error);
    return false;
  }
}
