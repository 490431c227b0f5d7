import type { Migration } from '../engine/types.ts';
import { log } from './0001-log.ts';

/** Every change of the hand-written schema, in order. Append only: a released entry is frozen. */
export const migrations: readonly Migration[] = [log];
