/** A project as a file for other programs. */
export { ExportMenu } from './ExportMenu.tsx';
