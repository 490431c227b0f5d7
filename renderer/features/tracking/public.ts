/** Plan against reality: status date, deviations, baselines, forecasts, confirmations, buffers. */
export { DeviationAlarm } from './DeviationAlarm.tsx';
export { Figures, PlainTable } from './parts.tsx';
export { StatusDateMenu } from './StatusDateMenu.tsx';
export { TaskBuffer } from './TaskBuffer.tsx';
export { TrackingScreen } from './TrackingScreen.tsx';
export { TrackingSettings } from './TrackingSettings.tsx';
