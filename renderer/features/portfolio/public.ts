/** Several projects at once: their milestones in one list, their plans on one time axis. */
export { MilestonesScreen } from './MilestonesScreen.tsx';
export { PortfolioScreen } from './PortfolioScreen.tsx';
