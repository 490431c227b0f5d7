import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fsyncDir, renameWithRetry } from '#db/engine/writeFileAtomic.ts';

/** Characters gathered before they are handed to the disk. */
const BLOCK = 256 * 1024;

/**
 * Writes a file piece by piece, whole or not at all: temporary name, fsync, rename. Other requests are answered
 * between the blocks. @param beforeBlock may throw to give up; the temporary file is gone then
 * @throws the error of Node as it is
 */
export async function writePieces(
  path: string,
  pieces: Iterable<string>,
  beforeBlock: (characters: number) => Promise<void> | void = () => {},
): Promise<number> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let characters = 0;
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      let block: string[] = [];
      let size = 0;
      const flush = async () => {
        await beforeBlock(characters);
        // FileHandle.write may take a part only; writeFile goes on until everything is there.
        await file.writeFile(block.join(''), 'utf8');
        block = [];
        size = 0;
      };
      for (const piece of pieces) {
        block.push(piece);
        size += piece.length;
        characters += piece.length;
        if (size >= BLOCK) await flush();
      }
      await flush();
      await file.sync();
    } finally {
      await file.close();
    }
    renameWithRetry(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  fsyncDir(dirname(path));
  return characters;
}
