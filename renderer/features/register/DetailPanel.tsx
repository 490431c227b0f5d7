import { type ReactNode, Suspense, useRef } from 'react';
import { useRegisterTools } from '#renderer/records/tools.ts';
import { Panel, Spinner } from '#renderer/ui/index.ts';
import { type EntityType, entityOf, type Patch, type RecordOf } from '#shared/model/registry.ts';
import { Appearances } from './Appearances.tsx';
import { fieldValue, type RegisterDefinition, type WidgetProps } from './definition.ts';
import { FieldEditor } from './FieldEditor.tsx';
import { Papers } from './Papers.tsx';
import { updateRecord } from './records.ts';
import styles from './register.module.css';
import type { RegisterScope } from './scope.ts';
import { shortNumber } from './standard.ts';
import { WorkflowField } from './WorkflowField.tsx';

export interface DetailPanelProps<E extends EntityType> {
  readonly definition: RegisterDefinition<E>;
  readonly record: RecordOf<E>;
  readonly scope: RegisterScope;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
}

const FOCUSABLE = 'input:not([disabled]), textarea, select, button:not([disabled]), [tabindex="0"]';

/** Puts the focus into the field of a panel and makes it visible. */
function focusField(panel: HTMLElement | null, field: string): void {
  const place = panel?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  const target = place?.querySelector<HTMLElement>(FOCUSABLE) ?? place;
  place?.scrollIntoView({ block: 'center' });
  target?.focus();
}

function isWide<E extends EntityType>(definition: RegisterDefinition<E>, field: string): boolean {
  const { kind } = entityOf(definition.entity).fields[field] ?? {};
  return kind === 'longText' || field === entityOf(definition.entity).title || kind === 'bool';
}

/** Everything of one record, derived from its definition; each field saves itself. */
export function DetailPanel<E extends EntityType>(props: DetailPanelProps<E>) {
  const { definition, record, scope } = props;
  const { entity, workflow } = definition;
  const tools = useRegisterTools();
  const body = useRef<HTMLDivElement>(null);
  const save = async (patch: Patch<E>): Promise<string | null> => {
    try {
      await updateRecord(entity, record.id, patch);
      return null;
    } catch (error) {
      return tools.problemText(error);
    }
  };
  const goTo = (field: string) => focusField(body.current, field);
  const widget: WidgetProps<E> = { record, save, goTo };
  const title = String(fieldValue(record, entityOf(entity).title) ?? '');
  return (
    <Panel
      title={`${shortNumber(definition.prefix, record)} ${title}`}
      onClose={props.onClose}
      actions={props.actions}
    >
      {/* Drafts belong to one record. */}
      <div key={record.id} ref={body} className={styles.detail}>
        {workflow ? <WorkflowField entity={entity} workflow={workflow} {...widget} /> : null}
        {definition.sections.map((section) => (
          <section key={section.id} className={styles.section} aria-label={section.title(tools)}>
            <h3>{section.title(tools)}</h3>
            <div className={styles.fields}>
              {section.items.map((item) => {
                if (typeof item !== 'string') {
                  const Widget = item.widget;
                  return (
                    <div key={item.id} className={styles.wide} data-field={item.id}>
                      {/* What waits for its facts waits alone: else the whole list went, and the focus in it. */}
                      <Suspense fallback={<Spinner />}>
                        <Widget {...widget} />
                      </Suspense>
                    </div>
                  );
                }
                const hint = definition.hints?.[item]?.(tools);
                return (
                  <div key={item} data-field={item} className={isWide(definition, item) ? styles.wide : ''}>
                    <FieldEditor
                      entity={entity}
                      field={item}
                      record={record}
                      scope={scope}
                      save={save}
                      {...(definition.currency === undefined ? {} : { currency: definition.currency })}
                      {...(hint === undefined ? {} : { hint })}
                    />
                  </div>
                );
              })}
            </div>
          </section>
        ))}
        <Papers
          key={`papers:${record.id}`}
          entity={entity}
          record={record}
          ownDocuments={definition.ownDocuments === true}
        />
        <Appearances key={`links:${record.id}`} id={record.id} />
      </div>
    </Panel>
  );
}
