/** What every import of a file has in common: the steps, the frame of the screen, the words of a refusal. */
export { ClientChoice, useClientChoice } from './ClientChoice.tsx';
export { type ImportSteps, type Review, useImportFlow } from './flow.ts';
export { default as frameStyles } from './frame.module.css';
export { finishImport, ImportFrame, ReviewForm } from './ImportFrame.tsx';
export { Numbers } from './Numbers.tsx';
export { failureText } from './texts.ts';
