/** Stage of a project with its gate, modules, intake screening and health. */
export { HealthCard } from './HealthCard.tsx';
export { IntakeCard } from './IntakeCard.tsx';
export { ModulesDialog } from './ModulesDialog.tsx';
export { StageCard } from './StageCard.tsx';
