/** Contracts and money of a project. */
export { ContractScreen } from './ContractScreen.tsx';
