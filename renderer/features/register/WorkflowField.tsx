import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Button, Select } from '#renderer/ui/index.ts';
import { type EntityType, entityOf, type Patch } from '#shared/model/registry.ts';
import { fieldValue, type RegisterWorkflow, type WidgetProps } from './definition.ts';
import styles from './register.module.css';

/**
 * The status of a record, the usual next step as one button, and, when a status cannot be reached yet,
 * what is missing with a way to each missing field.
 */
export function WorkflowField<E extends EntityType>({
  entity,
  workflow,
  record,
  save,
  goTo,
}: WidgetProps<E> & { readonly entity: E; readonly workflow: RegisterWorkflow<E> }) {
  const tools = useRegisterTools();
  const { field } = workflow;
  const status = String(fieldValue(record, field));
  const [wanted, setWanted] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const name = (value: string): string => tools.valueName(entity, field, value);
  // Looked at again on every change of the record: what was missing may be there now.
  const problems = wanted === null ? [] : workflow.problems(record, wanted, tools);
  const go = async (to: string) => {
    setRefused(null);
    setWanted(to);
    if (workflow.problems(record, to, tools).length > 0) return;
    const problem = await save({ [field]: to } as Patch<E>);
    setRefused(problem);
    if (problem === null) setWanted(null);
  };
  const values = entityOf(entity).fields[field]?.values ?? [];
  const next = workflow.next(record);
  const shown = values.filter((value) => value === status || !workflow.hidden?.includes(value));
  return (
    <div className={styles.workflow} data-field={field}>
      <div className={styles.workflowRow}>
        <Select
          label={tools.fieldName(entity, field)}
          options={shown.map((id) => ({ id, label: name(id) }))}
          value={status}
          onChange={(to) => void go(to)}
          error={refused ?? undefined}
        />
        {next === null ? null : (
          <Button icon={<ArrowRight aria-hidden="true" />} onPress={() => void go(next)}>
            {tools.t('register:nextStatus', { status: name(next) })}
          </Button>
        )}
      </div>
      {wanted === null || problems.length === 0 ? null : (
        <div className={styles.missing} role="status">
          <p>{tools.t('register:blocked', { status: name(wanted) })}</p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.field} ${problem.text}`}>
                <span>{problem.text}</span>
                <Button small look="link" onPress={() => goTo(problem.field)}>
                  {tools.t('register:goTo')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
