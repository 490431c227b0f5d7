export { MakeProjectDialog } from './MakeProjectDialog.tsx';
export { PlanFromDialog } from './PlanFromDialog.tsx';
export { SaveTemplateDialog } from './SaveTemplateDialog.tsx';
