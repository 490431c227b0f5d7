/** Risks, issues and decisions of a project. */
export { BandBadge } from './BandBadge.tsx';
export { Decisions, RiskScreen, type RiskScreenProps } from './RiskScreen.tsx';
