/** Names of the wires between the main process and its preloads; each stands once. */
export const REQUEST_CHANNEL = 'milepost:request';
export const EVENT_CHANNEL = 'milepost:event';
export const INFO_CHANNEL = 'milepost:info';
export const PRINT_DATA_CHANNEL = 'milepost:print-data';
