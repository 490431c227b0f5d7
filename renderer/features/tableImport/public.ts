/** Task lists of spreadsheets: the import screen, and the export of a plan. */
export { isTableFile } from './fileNames.ts';
export { TableImportScreen, type TableImportScreenProps } from './TableImportScreen.tsx';
export { TaskListMenu, type TaskListMenuProps } from './TaskListMenu.tsx';
