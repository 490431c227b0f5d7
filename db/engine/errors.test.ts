import { describe, expect, it } from 'vitest';
import { isMediumError, mapSqliteError, StoreError, type StoreErrorCode } from './errors.ts';

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('mapSqliteError', () => {
  const table: readonly (readonly [StoreErrorCode, readonly string[]])[] = [
    ['STORE_FULL', ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']],
    ['STORE_CORRUPT', ['SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_NOTADB', 'SQLITE_IOERR_DATA']],
    ['STORE_READONLY', ['SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_PERM', 'EACCES', 'EROFS']],
    ['STORE_LOCKED', ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL']],
    ['STORE_PATH', ['SQLITE_CANTOPEN', 'SQLITE_CANTOPEN_ISDIR', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG']],
    ['STORE_IO', ['SQLITE_IOERR', 'SQLITE_IOERR_FSYNC', 'SQLITE_NOMEM', 'EIO', 'EMFILE', 'SQLITE_WHATEVER']],
  ];
  for (const [kind, codes] of table)
    it(`gives ${kind} for ${codes.join(', ')}`, () => {
      for (const code of codes) {
        const error = coded(code);
        const result = mapSqliteError(error);
        expect([code, result.code]).toEqual([code, kind]);
        expect(result.cause).toBe(error);
      }
    });

  it('never answers without a code', () => {
    for (const thrown of [null, undefined, 'text', 7, {}, { code: 5 }, new Error('x')])
      expect(mapSqliteError(thrown).code).toBe('STORE_IO');
  });

  it('passes a StoreError through as it is', () => {
    const error = new StoreError('STORE_NEWER', { found: 2 });
    expect(mapSqliteError(error)).toBe(error);
  });
});

describe('isMediumError', () => {
  it('tells a broken rule from a broken disk', () => {
    expect(isMediumError(coded('SQLITE_CONSTRAINT_CHECK'))).toBe(false);
    expect(isMediumError(coded('SQLITE_ERROR'))).toBe(false);
    expect(isMediumError(new RangeError('domain'))).toBe(false);
    expect(isMediumError(coded('SQLITE_IOERR_WRITE'))).toBe(true);
    expect(isMediumError(coded('ENOSPC'))).toBe(true);
  });
});
