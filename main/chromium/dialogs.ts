import { mkdir, open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { DialogPort } from '#main/host/ports.ts';
import { safeFileName } from '#main/policy/fileName.ts';

/**
 * No native dialogs here: opening goes through a file input of the page, saving goes to one folder.
 * The chosen name is created on the spot, so that two exports at once never meet.
 * @param exportDir where saved files go, e.g. `Documents/Milepost`
 */
export function createFolderDialogs(exportDir: string): DialogPort {
  return {
    native: false,
    openFiles: () => Promise.resolve([]),
    async saveFile({ suggestedName, filters }) {
      await mkdir(exportDir, { recursive: true });
      const extension = extname(suggestedName);
      const stem = extension === '' ? suggestedName : suggestedName.slice(0, -extension.length);
      const wanted = extension.slice(1) || (filters[0]?.extensions[0] ?? '');
      for (let number = 1; number < 1000; number += 1) {
        const name = safeFileName(number === 1 ? stem : `${stem} (${number})`, wanted);
        const path = join(exportDir, name);
        if (await reserve(path)) return path;
      }
      return null;
    },
  };
}

async function reserve(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
