/** Contracts and money of a project. */
export { ContractScreen, type ContractScreenProps } from './ContractScreen.tsx';
