import { readContactsFile } from './contactsJob.ts';
import { inspectCopyJob } from './inspectCopyJob.ts';
import { readProjectFile } from './projectFileJob.ts';
import type { JobTable } from './protocol.ts';
import { readTableFile, writeTableFile } from './tableJob.ts';

/**
 * Jobs by name, run in the worker process, each in one of its own. A job sees its input and nothing of the store;
 * `inspectCopy` reads a copy of it.
 */
export const jobs: JobTable = {
  inspectCopy: inspectCopyJob,
  readContacts: readContactsFile,
  readProject: readProjectFile,
  readTable: readTableFile,
  writeTable: writeTableFile,
};
