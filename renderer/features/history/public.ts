/** Trash, recent history, and the history of one record for any screen. */
export { HistoryDialog, HistoryPanel, type HistoryPanelProps } from './HistoryPanel.tsx';
export { HistoryScreen } from './HistoryScreen.tsx';
