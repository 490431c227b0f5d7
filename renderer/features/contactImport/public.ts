/** Import of contacts of other programs. */
export { ContactImportScreen, type ContactImportScreenProps } from './ContactImportScreen.tsx';
export { isContactFile } from './fileNames.ts';
