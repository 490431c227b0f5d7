/** First run, and the checklist card of the Today screen. */
export { Checklist } from './Checklist.tsx';
export { Onboarding } from './Onboarding.tsx';
