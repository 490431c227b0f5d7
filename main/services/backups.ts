/** Backups as the screens know them. */
import { join } from 'node:path';
import { listBackups } from '#db/engine/backup.ts';
import type { BackupFiles, FileRef } from '#db/engine/types.ts';
import type { BackupRow, LostFile } from '#shared/ipc/channels/app.ts';
import { AppError } from '#shared/ipc/errors.ts';

export const lostFile = ({ table, title }: FileRef): LostFile => ({ entity: table, title });

export const lostFiles = (files: BackupFiles | null): LostFile[] => (files?.missing ?? []).map(lostFile);

/** Backups that count, newest first. */
export function verifiedBackups(dataDir: string): BackupRow[] {
  return listBackups(join(dataDir, 'backups')).flatMap(({ info, file }) =>
    info === null
      ? []
      : [
          {
            file,
            createdAt: info.createdAt,
            bytes: info.bytes,
            kind: info.kind,
            projects: info.counts.project ?? 0,
            clients: info.counts.client ?? 0,
            files: info.files?.count ?? null,
            missing: lostFiles(info.files),
          },
        ],
  );
}

/** @throws AppError CANCELLED if the user gave up, whatever the work said then */
export async function unlessCancelled<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) throw new AppError('CANCELLED');
    throw error;
  }
}
