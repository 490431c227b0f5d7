import { readFileSync } from 'node:fs';

const OP = { open: 1, write: 2, truncate: 3, sync: 4, delete: 5, mark: 6 } as const;
const HEAD = 24;
const SECTOR = 512;

export interface Operation {
  readonly op: number;
  readonly file: number;
  readonly offset: number;
  readonly data: Buffer;
}

export function readTrace(path: string): Operation[] {
  const bytes = readFileSync(path);
  const operations: Operation[] = [];
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const length = bytes.readInt32LE(at + 16);
    operations.push({
      op: bytes.readInt32LE(at),
      file: bytes.readInt32LE(at + 4),
      offset: Number(bytes.readBigInt64LE(at + 8)),
      data: bytes.subarray(at + HEAD, at + HEAD + length),
    });
    at += HEAD + length;
  }
  return operations;
}

export const isMark = (operation: Operation): boolean => operation.op === OP.mark;

function write(content: Buffer, offset: number, data: Buffer): Buffer {
  const end = offset + data.length;
  const target =
    end <= content.length ? content : Buffer.concat([content, Buffer.alloc(end - content.length)]);
  data.copy(target, offset);
  return target;
}

function truncate(content: Buffer, size: number): Buffer {
  const cut = Buffer.alloc(size);
  content.copy(cut);
  return cut;
}

interface DiskFile {
  durable: Buffer;
  /** Written, but not flushed: the disk may have any part of it, in any order. */
  pending: Operation[];
}

function apply(file: DiskFile, { op, offset, data }: Operation): void {
  file.durable = op === OP.truncate ? truncate(file.durable, offset) : write(file.durable, offset, data);
}

/** What a power cut makes of an unflushed change: all, nothing, or each sector by itself old, new or garbage. */
function fate(file: DiskFile, operation: Operation, random: () => number): void {
  const roll = random();
  if (roll < 0.4) apply(file, operation);
  if (roll < 0.7 || operation.op === OP.truncate) return;
  for (let at = 0; at < operation.data.length; at += SECTOR) {
    const sector = Buffer.from(operation.data.subarray(at, at + SECTOR));
    const luck = random();
    if (luck < 0.5) continue;
    if (luck > 0.95) for (let i = 0; i < sector.length; i++) sector[i] = Math.floor(random() * 256);
    apply(file, { ...operation, offset: operation.offset + at, data: sector });
  }
}

/** The files a cut after `length` operations leaves, and the last number that was acknowledged before. */
export function cutPower(
  operations: readonly Operation[],
  length: number,
  start: ReadonlyMap<string, Buffer>,
  random: () => number,
): { files: Map<string, Buffer>; acknowledged: number } {
  const files = new Map<string, DiskFile>(
    [...start].map(([name, durable]) => [name, { durable: Buffer.from(durable), pending: [] }]),
  );
  const names = new Map<number, string>();
  const unlinked: [string, DiskFile][] = [];
  const synced = new Set<number>();
  let acknowledged = 0;
  const fileOf = (name: string): DiskFile => {
    const file = files.get(name) ?? { durable: Buffer.alloc(0), pending: [] };
    files.set(name, file);
    return file;
  };
  for (const operation of operations.slice(0, length)) {
    const { op, offset, data } = operation;
    if (op === OP.mark) acknowledged = offset;
    else if (op === OP.open) {
      names.set(operation.file, data.toString());
      fileOf(data.toString());
    } else if (op === OP.delete) {
      const file = files.get(data.toString());
      files.delete(data.toString());
      // Without a flush of the folder the name may still be there after the cut.
      if (file !== undefined && offset === 0) unlinked.push([data.toString(), file]);
    } else {
      const name = names.get(operation.file) ?? '';
      const file = fileOf(name);
      if (op !== OP.sync) {
        file.pending.push(operation);
        continue;
      }
      for (const change of file.pending.splice(0)) apply(file, change);
      // SQLite flushes the folder with the first flush of a new log or journal, and with it every
      // earlier removal in that folder.
      if (/-(wal|journal)$/.test(name) && !synced.has(operation.file)) unlinked.length = 0;
      synced.add(operation.file);
    }
  }
  for (const [name, file] of unlinked) if (!files.has(name) && random() < 0.5) files.set(name, file);
  for (const file of files.values()) for (const change of file.pending) fate(file, change, random);
  return { files: new Map([...files].map(([name, file]) => [name, file.durable])), acknowledged };
}
