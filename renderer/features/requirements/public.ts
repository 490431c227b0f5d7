/** Requirements, elicitation and questionnaires of a project. */
export { RequirementsScreen } from './RequirementsScreen.tsx';
