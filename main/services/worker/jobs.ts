import { readContactsFile } from './contactsJob.ts';
import { readProjectFile } from './projectFileJob.ts';
import type { JobTable } from './protocol.ts';
import { readTableFile, writeTableFile } from './tableJob.ts';

/** Jobs by name, run in the worker process. A job sees its input and nothing of the store. */
export const jobs: JobTable = {
  readContacts: readContactsFile,
  readProject: readProjectFile,
  readTable: readTableFile,
  writeTable: writeTableFile,
};
