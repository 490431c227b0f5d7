/** Opens the store of a data folder with the registry's tables: the one place that puts both together. */
import type { Database } from 'better-sqlite3';
import { openStore } from './engine/open.ts';
import { readMeta } from './engine/statements.ts';
import type { Store, StoreOptions, Structure } from './engine/types.ts';
import { CORE_TABLES } from './migrations/coreTables.ts';
import { migrations } from './migrations/index.ts';
import {
  applyStructure,
  fileColumns,
  hasUnknownStructure,
  structureFingerprint,
} from './schema/projection.ts';

/** The projection tables as the engine wants them: additive, fingerprinted, and wary of later versions. */
export function registryStructure(): Structure {
  const fingerprint = structureFingerprint();
  return {
    fingerprint,
    apply: (db: Database) => applyStructure(db),
    isNewer: (db) => hasUnknownStructure(db, CORE_TABLES),
    files: fileColumns(),
    isPending: (db) => readMeta(db, 'structure') !== fingerprint,
  };
}

export function openMilepostStore(options: Omit<StoreOptions, 'migrations' | 'structure'>): Store {
  return openStore({ ...options, migrations, structure: registryStructure() });
}
