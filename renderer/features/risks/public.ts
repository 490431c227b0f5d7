/** Risks, issues and decisions of a project. */
export { BandBadge } from './BandBadge.tsx';
export { RiskScreen, type RiskScreenProps } from './RiskScreen.tsx';
