/** A project as a file for other programs. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { task } from '../channel.ts';

/** Microsoft Project XML, GanttProject, milestones as a calendar. */
export const EXPORT_FORMATS = ['mspdi', 'gan', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportChannels = {
  /** Asks where to, writes the whole file or nothing; null if the user changed their mind. */
  'export.file': task(
    z.strictObject({ projectId: idSchema, format: z.enum(EXPORT_FORMATS) }),
    z
      .strictObject({
        name: z.string(),
        /** What the format has no room for, by code: `export:lost.<code>`. */
        lost: z.record(z.string(), z.int()),
      })
      .nullable(),
  ),
};
