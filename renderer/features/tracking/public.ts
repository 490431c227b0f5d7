/** Plan against reality: status date, deviations, baselines, forecasts, confirmations, buffers. */
export { DeviationAlarm } from './DeviationAlarm.tsx';
export { Figures, ListButtons, PlainTable } from './parts.tsx';
export { StatusDateField } from './StatusBar.tsx';
export { TrackingScreen } from './TrackingScreen.tsx';
export { TrackingSettings } from './TrackingSettings.tsx';
