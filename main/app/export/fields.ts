/** Custom fields of other programs as the text fields Microsoft Project has. */
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';

/** FieldID of Text1 … Text10 of a task. */
const TEXT_FIELDS = [
  188743731, 188743734, 188743737, 188743740, 188743743, 188743746, 188743747, 188743748, 188743749,
  188743750,
];

/** Fields whose id is no number are given the next free text field. @returns also how many found no room */
export function withTextFields(project: MspdiProject): {
  readonly model: MspdiProject;
  readonly lost: number;
} {
  const foreign = project.fieldDefinitions.filter(({ fieldId }) => !/^\d+$/.test(fieldId));
  if (foreign.length === 0) return { model: project, lost: 0 };
  const used = new Set(project.fieldDefinitions.map(({ fieldId }) => fieldId));
  const free = TEXT_FIELDS.map((id, i) => ({ id: String(id), name: `Text${i + 1}` })).filter(
    ({ id }) => !used.has(id),
  );
  const given = new Map(foreign.slice(0, free.length).map(({ fieldId }, i) => [fieldId, free[i]]));
  const model: MspdiProject = {
    ...project,
    fieldDefinitions: project.fieldDefinitions.flatMap((field) => {
      const text = given.get(field.fieldId);
      if (text) return [{ ...field, fieldId: text.id, fieldName: text.name }];
      return foreign.includes(field) ? [] : [field];
    }),
    tasks: project.tasks.map((task) => ({
      ...task,
      fields: task.fields.flatMap((field) => {
        const text = given.get(field.fieldId);
        if (text) return [{ ...field, fieldId: text.id }];
        return /^\d+$/.test(field.fieldId) ? [field] : [];
      }),
    })),
  };
  return { model, lost: foreign.length - given.size };
}
