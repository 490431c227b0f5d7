/** Parties, team and duties of a project. */
export { TeamScreen } from './TeamScreen.tsx';
