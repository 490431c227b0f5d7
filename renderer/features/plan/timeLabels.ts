export { createTimeLabel, type TimeLabel } from '#renderer/i18n/timeLabels.ts';
