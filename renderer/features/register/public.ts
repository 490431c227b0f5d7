/** Registers: a list with a detail panel for any entity, configured by a definition. */

export { type RegisterTools, useRegisterTools } from '#renderer/records/tools.ts';
export { Appearances } from './Appearances.tsx';
export { AutoText } from './AutoText.tsx';
export { ChildList, type ChildListProps } from './ChildList.tsx';
export {
  fieldValue,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterFilter,
  type RegisterSection,
  type RegisterWorkflow,
  type StatusProblem,
  type WidgetProps,
} from './definition.ts';
export { FieldEditor } from './FieldEditor.tsx';
export { useGlossaryHint } from './glossaryHint.ts';
export { numberedColumn } from './orderColumn.tsx';
export { RefField } from './RefField.tsx';
export { Register, type RegisterProps } from './Register.tsx';
export { createRecord, removeRecords, restoreRecord, updateRecord } from './records.ts';
export type { RegisterScope } from './scope.ts';
export { type Seal, SealContext } from './seal.tsx';
export { type SimpleRegister, simpleRegister } from './simple.ts';
export { enumFilter, flagFilter, namedColumn, shortNumber, textFilter } from './standard.ts';
export type { OuterFilter } from './useRegister.ts';
