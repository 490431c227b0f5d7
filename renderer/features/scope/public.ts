export { ScopeField } from './ScopeField.tsx';
export { ScopeScreen, type ScopeScreenProps } from './ScopeScreen.tsx';
