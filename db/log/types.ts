import type { EntityType } from '#shared/model/registry.ts';

export type TxnKind = 'user' | 'undo' | 'redo' | 'import' | 'system';

/** What an entry of the log is called in menus and the history; the words come from the catalogues. */
export interface Label {
  /** Key below `undo:`. */
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** One register set to a value. `*` is the creation: the value holds all fields. */
export interface Change {
  readonly entity: EntityType;
  readonly id: string;
  readonly register: string;
  readonly value: unknown;
  readonly prev: unknown;
  readonly prevHlc: string | null;
}

/** A change as the log keeps it: its values as canonical JSON, made once for comparison, hash and table. */
export interface ChangeText {
  readonly entity: string;
  readonly id: string;
  readonly register: string;
  readonly value: string | null;
  readonly prev: string | null;
  readonly prevHlc: string | null;
}

export const CREATION = '*';

/** Marks records that an undone creation left behind: they come back by redo, not from the trash. */
export const UNDO_MARK = 'undo:';

/** Sent once per committed transaction. */
export interface DataChanged {
  readonly seq: number;
  readonly kind: TxnKind;
  readonly label: Label;
  readonly touched: readonly { readonly entity: EntityType; readonly ids: readonly string[] }[];
}

export interface TombstoneValue {
  readonly at: string;
  /** Id of the transaction that deleted the record and everything that went with it. */
  readonly with: string;
}
