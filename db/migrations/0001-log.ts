import type { Migration } from '../engine/types.ts';

/**
 * The log and what belongs to it. Frozen: a released migration is never edited.
 *
 * `search` keeps its own text (no contentless table) because only then FTS5 can overwrite deleted
 * terms: with `secure-delete` a removed client's name is gone from the index too. Chinese words of two
 * characters are found through the bigrams in `grams`.
 *
 * Every index is a page more to write and flush with each edit. An entry is found by its number or its stamp,
 * so its id has none; that of the undone entries is empty but between an undo and the next edit.
 */
const sql = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE txn (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  hlc TEXT NOT NULL,
  device TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('user', 'undo', 'redo', 'import', 'system')),
  label_key TEXT NOT NULL,
  label_args TEXT NOT NULL,
  target_seq INTEGER NULL,
  at TEXT NOT NULL,
  changes INTEGER NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  txn_seq INTEGER NOT NULL REFERENCES txn (seq),
  idx INTEGER NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  register TEXT NOT NULL,
  value TEXT NULL,
  prev TEXT NULL,
  prev_hlc TEXT NULL,
  PRIMARY KEY (txn_seq, idx)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX txn_by_hlc ON txn (hlc);

CREATE INDEX change_by_register ON change (id, register);

CREATE TABLE register_head (
  id TEXT NOT NULL,
  register TEXT NOT NULL,
  entity TEXT NOT NULL,
  hlc TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (id, register)
) STRICT, WITHOUT ROWID;

CREATE TABLE undo_entry (
  seq INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  last_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX undo_entry_undone ON undo_entry (seq) WHERE state = 'undone';

CREATE TABLE device (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_hlc TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  entity UNINDEXED,
  id UNINDEXED,
  project_id UNINDEXED,
  title UNINDEXED,
  grams,
  tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TABLE search_row (
  id TEXT PRIMARY KEY NOT NULL,
  rowid_ INTEGER UNIQUE NOT NULL
) STRICT;
`;

export const log: Migration = {
  version: 1,
  name: 'log',
  up(db) {
    db.exec(sql);
  },
};
