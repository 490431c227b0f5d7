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
    'The data file is damaged and was not opened, to prevent further loss. The file is kept as it is. Restore a backup, or start with empty data; nothing is deleted.',
  STORE_FULL:
    'The disk is full, so the last change was not saved. What was saved before is safe. Free some space and try again.',
  STORE_READONLY:
    'The place where your data is cannot be written to, so changes cannot be saved. Your data is safe and can be viewed. Check the folder’s permissions, or move the data.',
  STORE_IO:
    'The disk could not be read or written, so the last change was not saved. What was saved before is safe. Check the disk or its cable and try again.',
  IN_TRASH: 'This is in the trash, so it was not changed. Restore it first.',
  OWNER_IN_TRASH:
    'It belongs to a deleted item ({{entity}}), so it was not restored. Restore the other first: {{entity}}.',
  RULE_BROKEN:
    'These values contradict each other, so nothing was saved. Correct what is marked and try again.',
  REFERENCE_BROKEN: 'It points to something that is no longer there, so nothing was saved. Choose again.',
  UNKNOWN_CHANNEL: 'This function is not available now. Nothing was changed. Restart the app and try again.',
  MALFORMED_REQUEST:
    'The app sent a request that makes no sense. Nothing was changed. Restart the app and try again.',
  NOTHING_TO_UNDO: 'There is nothing to undo.',
  NOTHING_TO_REDO: 'There is nothing to redo.',
  FILE_TOKEN_UNKNOWN: 'This file is no longer available. Nothing was changed. Choose the file again.',
  FILE_UNREADABLE: 'This file cannot be read. Nothing was changed. See whether it is in use or damaged.',
  FILE_TYPE:
    'Files of this kind are not supported. Nothing was changed. Choose a Microsoft Project XML file.',
  STORE_NOT_OURS:
    'The data file in this folder does not belong to this app. It was neither opened nor changed. Use another folder, or restore a backup.',
  STORE_PATH:
    'This data folder cannot be used. Nothing was changed. See whether it exists and you may write to it.',
  STORE_NOT_DURABLE:
    'This place cannot keep data safely (a network drive, for example), so it was not opened. Put the data on a local disk.',
  STORE_MIGRATION:
    'Updating the data format did not finish; your data is as it was. Try again; if it fails again, restore the backup that was made before.',
  REPORT_FROZEN: 'This report is frozen and was not changed. To correct it, issue a revision.',
  REPORT_NOT_FROZEN: 'This report is not frozen yet, so it has no PDF. Freeze it first.',
  REPORT_EMPTY_RECIPIENTS:
    'Client “{{name}}” has no contact who receives reports, so no draft was made. Give a contact an e-mail address and set its report copy to “To”.',
  ATTACHMENT_NOT_OPENED:
    '“{{name}}” is a program or a file of unknown kind and is not opened from here. Save it and check it yourself.',
  DOCUMENT_SEALED:
    'This document has been issued and was not changed. To correct it, change the data and issue a new version.',
  DOCUMENT_SIGNED:
    '“{{name}}” has been signed and cannot be withdrawn; nothing was changed. To change it, issue a new version and have it signed.',
  DOCUMENT_DAMAGED:
    'What is stored of “{{name}}” is no longer what was issued, so no file was made from it. Restore a backup, or issue a new version.',
  PRINT_FAILED:
    'The PDF was not made; nothing else was changed. Try again; if it fails again, copy the details and send them to us.',
  MISSING_GLYPHS:
    'The report fonts do not have these characters: {{characters}} (see “{{where}}”). No PDF was made. Change the text, or choose to print “〓” in their place.',
  EXPORT_WRITE_FAILED:
    'The file was not written. Your data is not affected. Choose another place, or check disk space and permissions, and try again.',
  TASK_CYCLE: '“{{name}}” cannot be put inside its own subtasks. Nothing was changed. Choose another place.',
  LINK_CYCLE:
    'With this link tasks would wait for each other: {{path}}. Nothing was changed. Turn the link round, or remove one of the others first.',
  LINK_EXISTS:
    'These two tasks are linked already. Nothing was changed. Type and lag of the link can be changed in the task information.',
  LINK_OWN_SUMMARY:
    '“{{inner}}” lies inside “{{outer}}”, so the two cannot be linked. Nothing was changed. Link tasks of the same level.',
  STAGE_CHECKS_OPEN:
    '{{count}} checks are open, first “{{first}}”. Meet them first, or say why the project goes on nevertheless.',
  COMMITMENT_BROKEN:
    'Promised dates would be broken ({{count}}), first “{{name}}”: {{finish}} instead of {{promised}}. Nothing was changed. Change less, or accept the new dates.',
  SUMMARY_COMPUTED:
    '“{{name}}” is a summary task; its dates, duration and progress roll up from its subtasks. Nothing was changed. Change the subtasks.',
  CALENDAR_WITHOUT_WORK:
    'This calendar has no working time at all, so no task could have dates. Nothing was changed. Keep at least one working day.',
  DATE_OUT_OF_CALENDAR:
    'The date lies outside the years 1900 to 2200. Nothing was changed. Check the date and the duration.',
  PLAN_TEXT_UNREADABLE: '“{{text}}” cannot be read. Nothing was changed. Check it and try again.',
  CONTRACT_GAPS:
    'Open points in the contract “{{name}}”: {{count}}. Complete them, or write down why it is signed nevertheless.',
  CONTRACT_NO_DAYS:
    'The contract “{{name}}” names no dates yet. Enter them in a clause, a deliverable or as the finish of the contract.',
  CONTRACT_SIGNED:
    'The contract “{{name}}” is signed, and what was signed stays as it is. Record an extra, a change fee or an adjustment instead.',
  HIGH_RISK_NEEDS_PLAN:
    '“{{name}}” is a high risk: while it is open it needs an owner and at least one action. Nothing was changed. Add what is missing, or change the status first.',
  OTHER_PROJECT:
    'This points to something in another project. Nothing was changed. Choose something from this project.',
  EXPECTATION_NEEDS_PROJECT:
    'An expectation belongs to a project. Choose the project first; nothing was changed.',
  CARE_TOO_EARLY:
    '“{{name}}” is not finished yet. Return visits are planned once it is under warranty or closed.',
  CONTACTS_REFUSED:
    '“{{name}}” cannot be read as contacts. Nothing was changed. Export it again as vCard (.vcf), .csv or .xlsx.',
  CONTACTS_PROBLEMS:
    '{{count}} rows cannot be taken over. Nothing was imported. Correct the file, or choose to leave these rows out.',
  CONTACTS_NONE: 'Nothing in “{{name}}” is chosen to be imported. Choose at least one row.',
  TABLE_REFUSED:
    '“{{name}}” cannot be read as a task list. Nothing was changed. Save it as .xlsx or as .csv in UTF-8 and try again.',
  TABLE_NO_NAME: 'No column is chosen for the task names. Nothing was imported. Choose it first.',
  TABLE_NO_TASKS:
    'There are no tasks in this table. Nothing was imported. Check the row of titles and the column of task names.',
  TABLE_DATES_UNDECIDED:
    '{{count}} dates can be read in more than one way. Nothing was imported. Choose the order of day, month and year first.',
  TABLE_PROBLEMS:
    '{{count}} cells cannot be read. Nothing was imported. Correct the table, or choose to leave these values out.',
  DEVIATION_UNKNOWN:
    '“{{name}}” has no planned progress on the status date, so no deviation can be recorded. Nothing was changed. Give the task dates, or move the status date.',
  NOT_A_BUFFER:
    '“{{name}}” is not a buffer, so no time can be taken from it. Nothing was changed. Make it a buffer first.',
  BUFFER_NEEDS_DURATION:
    '“{{name}}” is a milestone or a summary and has no time of its own to keep in reserve. Nothing was changed. Choose a task with a duration.',
  BUFFER_TOO_SHORT:
    'Of “{{name}}” only {{left}} is left. Nothing was changed. Take less, or make the buffer longer first.',
  BUFFER_NOT_TAKEN:
    'Only {{left}} was taken from “{{name}}”, so no more can be given back. Nothing was changed. Give back less.',
  SIGN_KIND:
    '“{{name}}” is not a document that is signed, so no signature was saved. Open the document that is to be signed.',
  SIGN_SUPERSEDED:
    'Version {{version}} of “{{name}}” has been replaced by version {{newest}}, so no signature was saved. Open version {{newest}} and sign that one.',
  SIGN_CLOCK:
    '“{{name}}”, version {{version}}, was last issued or signed on {{last}}, but the clock of this computer says {{now}}, so no signature was saved. Set date and time right, then sign.',
  SIGN_OUTDATED:
    'What “{{name}}” says has changed since version {{version}} was issued, so no signature was saved. Issue version {{next}}, read it, and sign that one.',
  SIGN_ALTERED:
    'The stored version {{version}} of “{{name}}” is not what was issued, so no signature was saved. Verify the documents and restore a backup.',
  SIGN_TWICE:
    '{{person}} signed version {{version}} of “{{name}}” for this side on {{date}}. No second signature was added. If something has changed, issue a new version.',
  SIGN_NOT_READY: '“{{name}}” cannot be signed yet: something is missing. Complete what is marked first.',
  SIGN_EMPTY:
    'There is no signature in the box, so nothing was saved. Sign with mouse, finger or pen, or type the name.',
  SIGN_PICTURE:
    'The picture of the signature cannot be read, so nothing was saved. Clear the box and sign again.',
  SIGN_PHOTO:
    '“{{name}}” is not a JPEG or PNG picture, so no signature was saved. Take a photo of the signed page and choose that.',
  SIGN_CODE:
    'No document has the code “{{code}}”, so no signature was saved. Copy the code from the foot of the signed page.',
  SIGN_CODE_OTHER:
    'The code {{code}} belongs to “{{name}}”, version {{version}}, so no signature was saved. Add the photo to that document, or choose the right photo.',
  ADJUSTMENT_CONFIRMED:
    '“{{name}}” was confirmed in writing by both sides and stays as it is. Propose another adjustment instead.',
  CHARTER_EXISTS: 'This project has a charter already, so no other was made. Change the one that is there.',
  NOT_LATE:
    '“{{name}}” is not later than promised or planned, so no notice was made. Choose a late milestone under “Delay notices”.',
} as const satisfies Translated<typeof zhCN>;
