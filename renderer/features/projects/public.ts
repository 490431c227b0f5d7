/** Projects: list, overview, dialog. */
export { CalendarPreset } from './CalendarPreset.tsx';
export { ClientBox, type ClientChoice } from './ClientBox.tsx';
export { NewProjectDialog } from './NewProjectDialog.tsx';
export { ProjectScreen } from './ProjectScreen.tsx';
export { ProjectsScreen } from './ProjectsScreen.tsx';
export { StatusBadge } from './StatusBadge.tsx';
