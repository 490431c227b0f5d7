import type { Translated } from '../types.ts';
import type zhCN from '../zh-CN/errors.ts';

export default {
  INTERNAL:
    'The app made a mistake. What you had saved is unchanged. Try again; if it happens again, copy the details and send them to us.',
  VALIDATION: 'Something is not valid, so nothing was saved. Correct what is marked and try again.',
  NOT_FOUND:
    'This item cannot be found; it may have been deleted. Nothing else is affected. Look in Trash to restore it.',
  CONFLICT:
    'This item was just changed elsewhere. Your change was not saved and nothing was overwritten. Look at the current content and make your change again.',
  FORBIDDEN: 'This action is not allowed. Nothing was changed. Use the commands in the app window instead.',
  CANCELLED: 'The action was cancelled and nothing was changed. You can start it again at any time.',
  TIMEOUT: 'The action took too long and was stopped. Nothing was changed. Try again, or use a smaller file.',
  TOO_LARGE:
    'This is too large to be accepted. Nothing was changed. Split it into smaller parts and try again.',
  TOO_DEEP:
    'This is nested too deeply to be accepted. Nothing was changed. Reduce the number of levels and try again.',
  UNKNOWN_CHANNEL:
    'The window and the app do not fit together. Nothing was changed. Restart the app; if it happens again, install it anew.',
  MALFORMED_REQUEST:
    'Something inside the app was passed on wrongly. Nothing was changed. Try again; if it happens again, copy the details and send them to us.',
  FILE_TOKEN_UNKNOWN:
    'The app does not hold this file any more; it may have been imported or given back. Nothing was changed. Choose the file again.',
  FILE_UNREADABLE:
    'This file cannot be read: it may have been moved or changed, or you may not be allowed to read it. Nothing was changed. Check that it is still there and choose it again.',
  FILE_TYPE: 'Files of this kind cannot be used here. Nothing was changed. Use the format that is asked for.',
  IMPORT_REFUSED:
    'This file cannot be imported. Nothing was changed. Do what the message says and try again.',
  WORKER_TIMEOUT:
    'Reading the file took longer than two minutes and was stopped. Nothing was changed. Split the project, or save it without time-phased data, and import again.',
  WORKER_MEMORY:
    'Reading this file needs too much memory and was stopped. Nothing was changed. Split the project and import the parts.',
  WORKER_CRASH:
    'The part of the app that reads files ended unexpectedly. Nothing was changed. Try again; if it happens again, copy the details and tell us where the file came from.',
  STORE_LOCKED:
    'Another running copy of the app has this data open. The data is safe. Switch to that window, or close it and try again.',
  STORE_NEWER:
    'This data was saved by a newer version. It was neither opened nor changed. Update the app, or open other data.',
  STORE_CORRUPT:
    'The data file is damaged and was not opened, to prevent further loss. The file is kept as it is. Restore a backup, or export what can still be read.',
  STORE_NOT_OURS:
    'The file in the data folder is not data of this app. It was neither opened nor changed. Choose another data folder, or move this file away and try again.',
  STORE_PATH:
    'The data folder cannot be used: it does not exist, its path is too long, or it is not a folder. Nothing was changed. Check the path and try again.',
  STORE_NOT_DURABLE:
    'This place cannot keep data safe when the power fails, so it was not opened. Existing data is unchanged. Keep the data on a disk of this computer.',
  STORE_MIGRATION:
    'Updating the data format failed and was taken back completely: the data is as it was, and there is a backup. Try again; if it happens again, copy the details and send them to us.',
  STORE_FULL:
    'The disk is full, so the last change was not saved. What was saved before is safe. Free some space and try again.',
  STORE_READONLY:
    'The place where your data is cannot be written to, so changes cannot be saved. Your data is safe and can be viewed. Check the folder’s permissions, or move the data.',
  STORE_IO:
    'The disk could not be read or written, so the last change was not saved. What was saved before is safe. Check the disk or its cable and try again.',
} as const satisfies Translated<typeof zhCN>;
