/** Risks, issues and decisions of a project. */
export { BandBadge } from './BandBadge.tsx';
export { Decisions, RiskScreen } from './RiskScreen.tsx';
