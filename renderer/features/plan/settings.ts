/** What other screens show of the plan's settings; apart from the plan screen, which is loaded only when opened. */
export { SchedulingSwitch } from './SchedulingSwitch.tsx';
