/** Projects: list, overview, dialog. */
export { NewProjectDialog, presetName } from './NewProjectDialog.tsx';
export { ProjectScreen } from './ProjectScreen.tsx';
export { ProjectsScreen } from './ProjectsScreen.tsx';
export { StatusBadge } from './StatusBadge.tsx';
