/** Tables that the numbered migrations make; everything else in the file comes from the entity registry. */
export const CORE_TABLES: ReadonlySet<string> = new Set([
  'meta',
  'txn',
  'change',
  'register_head',
  'undo_entry',
  'device',
  'search',
  'search_data',
  'search_idx',
  'search_content',
  'search_docsize',
  'search_config',
  'search_row',
]);
