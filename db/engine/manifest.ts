import { z } from 'zod';
import type { BackupInfo } from './types.ts';

const count = z.int().nonnegative();

const filesSchema = z.object({
  count,
  bytes: count,
  missing: z.array(z.object({ name: z.string(), table: z.string(), title: z.string() })),
});

const manifestSchema = z.object({
  format: z.literal(1),
  seq: z.int().positive(),
  kind: z.enum(['auto', 'manual', 'pre-migration']),
  file: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  appVersion: z.string(),
  userVersion: count,
  structure: z.string().nullable(),
  logSeq: count.nullable(),
  counts: z.record(z.string(), count),
  createdAt: z.string(),
  // Backups of earlier versions say nothing of files.
  files: filesSchema.nullable().default(null),
});

/** The manifest beside a backup, or null if the text is not one. */
export function parseManifest(text: string): BackupInfo | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = manifestSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}
