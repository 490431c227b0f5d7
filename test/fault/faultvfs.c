/*
** A SQLite VFS that stands before the real one. It writes every change of a file to a trace, from which
** power cuts are replayed, and it can fail the n-th call of a kind. Loaded as an extension it becomes the
** default VFS of the process, so that the store runs on it unchanged.
**
** Trace record, native byte order: int32 op, int32 file, int64 offset, int32 length, int32 0, data.
*/
#include "sqlite3ext.h"
SQLITE_EXTENSION_INIT1
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OP_OPEN = 1, OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_DELETE, OP_MARK };
enum { FAIL_NONE, FAIL_WRITE, FAIL_SYNC, FAIL_READ, FAIL_TRUNCATE, FAIL_OPEN, FAIL_DELETE, FAIL_FULL, FAIL_SHORT };

typedef struct ShimFile {
  sqlite3_file base;
  int id;
  sqlite3_file *real; /* lives right behind this struct */
} ShimFile;

static sqlite3_vfs *realVfs;
static sqlite3_vfs shimVfs;
static sqlite3_io_methods shimMethods;
static int traceFd = -1;
static int lastId = 0;
static int failKind = FAIL_NONE, failPersist = 0;
static sqlite3_int64 failAt = 0, failSeen = 0, failHits = 0;

#define REAL(f) (((ShimFile *)(f))->real)
#define CALL(f, method, ...) (REAL(f)->pMethods->method(REAL(f), ##__VA_ARGS__))

static void trace(int op, int file, sqlite3_int64 offset, int length, const void *data) {
  struct { int op, file; sqlite3_int64 offset; int length, zero; } head = {op, file, offset, length, 0};
  if (traceFd < 0) return;
  if (write(traceFd, &head, sizeof head) != (ssize_t)sizeof head) abort();
  if (length > 0 && write(traceFd, data, (size_t)length) != length) abort();
}

/* True if this call is the one (or, persistent, one of those) that shall fail. */
static int shallFail(int kind) {
  int wanted = kind == failKind ||
    (kind == FAIL_WRITE && (failKind == FAIL_FULL || failKind == FAIL_SHORT));
  if (!wanted) return 0;
  failSeen++;
  if (failSeen != failAt && !(failPersist && failSeen > failAt)) return 0;
  failHits++;
  return 1;
}

static int shimClose(sqlite3_file *f) { return REAL(f)->pMethods ? CALL(f, xClose) : SQLITE_OK; }

static int shimRead(sqlite3_file *f, void *data, int n, sqlite3_int64 at) {
  return shallFail(FAIL_READ) ? SQLITE_IOERR_READ : CALL(f, xRead, data, n, at);
}

static int shimWrite(sqlite3_file *f, const void *data, int n, sqlite3_int64 at) {
  int rc;
  if (shallFail(FAIL_WRITE)) {
    if (failKind == FAIL_WRITE) return SQLITE_IOERR_WRITE;
    if (failKind == FAIL_SHORT && n > 1) {
      CALL(f, xWrite, data, n / 2, at);
      trace(OP_WRITE, ((ShimFile *)f)->id, at, n / 2, data);
    }
    return SQLITE_FULL;
  }
  rc = CALL(f, xWrite, data, n, at);
  if (rc == SQLITE_OK) trace(OP_WRITE, ((ShimFile *)f)->id, at, n, data);
  return rc;
}

static int shimTruncate(sqlite3_file *f, sqlite3_int64 size) {
  int rc = shallFail(FAIL_TRUNCATE) ? SQLITE_IOERR_TRUNCATE : CALL(f, xTruncate, size);
  if (rc == SQLITE_OK) trace(OP_TRUNCATE, ((ShimFile *)f)->id, size, 0, 0);
  return rc;
}

static int shimSync(sqlite3_file *f, int flags) {
  int rc = shallFail(FAIL_SYNC) ? SQLITE_IOERR_FSYNC : CALL(f, xSync, flags);
  if (rc == SQLITE_OK) trace(OP_SYNC, ((ShimFile *)f)->id, 0, 0, 0);
  return rc;
}

static int shimFileSize(sqlite3_file *f, sqlite3_int64 *size) { return CALL(f, xFileSize, size); }
static int shimLock(sqlite3_file *f, int level) { return CALL(f, xLock, level); }
static int shimUnlock(sqlite3_file *f, int level) { return CALL(f, xUnlock, level); }
static int shimReserved(sqlite3_file *f, int *out) { return CALL(f, xCheckReservedLock, out); }
static int shimSectorSize(sqlite3_file *f) { return CALL(f, xSectorSize); }
/* No promises about the device: torn and reordered writes are what is tested here. */
static int shimDevice(sqlite3_file *f) { (void)f; return 0; }
static int shimShmMap(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
  return CALL(f, xShmMap, page, size, extend, out);
}
static int shimShmLock(sqlite3_file *f, int at, int n, int flags) { return CALL(f, xShmLock, at, n, flags); }
static void shimShmBarrier(sqlite3_file *f) { CALL(f, xShmBarrier); }
static int shimShmUnmap(sqlite3_file *f, int remove) { return CALL(f, xShmUnmap, remove); }

static int shimControl(sqlite3_file *f, int op, void *arg) {
  /* Growing a file ahead of its writes would bypass the trace. */
  if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_NOTFOUND;
  return CALL(f, xFileControl, op, arg);
}

static int shimOpen(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *f, int flags, int *out) {
  ShimFile *shim = (ShimFile *)f;
  int rc;
  (void)vfs;
  shim->base.pMethods = 0;
  if (shallFail(FAIL_OPEN)) return SQLITE_CANTOPEN;
  shim->id = ++lastId;
  shim->real = (sqlite3_file *)&shim[1];
  memset(shim->real, 0, (size_t)realVfs->szOsFile);
  rc = realVfs->xOpen(realVfs, name, shim->real, flags, out);
  if (shim->real->pMethods) shim->base.pMethods = &shimMethods;
  if (rc == SQLITE_OK) trace(OP_OPEN, shim->id, 0, name ? (int)strlen(name) : 0, name);
  return rc;
}

static int shimDelete(sqlite3_vfs *vfs, const char *name, int syncDir) {
  int rc = shallFail(FAIL_DELETE) ? SQLITE_IOERR_DELETE : realVfs->xDelete(realVfs, name, syncDir);
  (void)vfs;
  if (rc == SQLITE_OK) trace(OP_DELETE, 0, syncDir, (int)strlen(name), name);
  return rc;
}

static int shimAccess(sqlite3_vfs *v, const char *name, int flags, int *out) {
  (void)v;
  return realVfs->xAccess(realVfs, name, flags, out);
}
static int shimFullPath(sqlite3_vfs *v, const char *name, int n, char *out) {
  (void)v;
  return realVfs->xFullPathname(realVfs, name, n, out);
}

/* fault_set(kind, nth, persist); fault_hits(); trace_mark(number) */
static void sqlFaultSet(sqlite3_context *ctx, int n, sqlite3_value **args) {
  (void)n;
  failKind = sqlite3_value_int(args[0]);
  failAt = sqlite3_value_int64(args[1]);
  failPersist = sqlite3_value_int(args[2]);
  failSeen = failHits = 0;
  sqlite3_result_null(ctx);
}
static void sqlFaultHits(sqlite3_context *ctx, int n, sqlite3_value **args) {
  (void)n; (void)args;
  sqlite3_result_int64(ctx, failHits);
}
static void sqlTraceMark(sqlite3_context *ctx, int n, sqlite3_value **args) {
  (void)n;
  trace(OP_MARK, 0, sqlite3_value_int64(args[0]), 0, 0);
  sqlite3_result_null(ctx);
}

static void install(void) {
  const char *path = getenv("MILEPOST_TRACE");
  realVfs = sqlite3_vfs_find(0);
  shimVfs = *realVfs; /* the rest (random, time, sleep, libraries) does not look at the file struct */
  shimVfs.iVersion = 2;
  shimVfs.zName = "milepost-fault";
  shimVfs.pNext = 0;
  shimVfs.szOsFile = (int)sizeof(ShimFile) + realVfs->szOsFile;
  shimVfs.xOpen = shimOpen;
  shimVfs.xDelete = shimDelete;
  shimVfs.xAccess = shimAccess;
  shimVfs.xFullPathname = shimFullPath;
  shimMethods = (sqlite3_io_methods){
    2, shimClose, shimRead, shimWrite, shimTruncate, shimSync, shimFileSize, shimLock, shimUnlock,
    shimReserved, shimControl, shimSectorSize, shimDevice, shimShmMap, shimShmLock, shimShmBarrier,
    shimShmUnmap, 0, 0};
  if (path) traceFd = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0600);
  sqlite3_vfs_register(&shimVfs, 1);
}

int sqlite3_faultvfs_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  SQLITE_EXTENSION_INIT2(api);
  (void)error;
  if (!realVfs) install();
  sqlite3_create_function(db, "fault_set", 3, SQLITE_UTF8, 0, sqlFaultSet, 0, 0);
  sqlite3_create_function(db, "fault_hits", 0, SQLITE_UTF8, 0, sqlFaultHits, 0, 0);
  sqlite3_create_function(db, "trace_mark", 1, SQLITE_UTF8, 0, sqlTraceMark, 0, 0);
  return SQLITE_OK_LOAD_PERMANENTLY;
}
