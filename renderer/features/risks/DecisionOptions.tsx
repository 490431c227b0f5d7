import { useAnswer } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/index.ts';
import { ChildList, useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './risks.module.css';

/** C12, E6: what each option costs in days, money and quality, and which of them the client chooses. */
export function DecisionOptions({ record, save }: WidgetProps<'decision'>) {
  const { t, today } = useRegisterTools();
  const { data: options } = useAnswer('tradeoff.list', { where: { decision_id: record.id } });
  const { data: project } = useAnswer('project.get', { id: record.project_id });
  const choose = (option: string) =>
    void save({ status: 'decided', chosen: option.slice(0, 500), decided_on: today });
  return (
    <div className={styles.options}>
      <ChildList
        entity="tradeoff"
        owner={{ decision_id: record.id }}
        fields={['option', 'days', 'cost_minor', 'quality', 'difficulty', 'recommended', 'client_visible']}
        shown={['days', 'cost_minor', 'quality']}
        asked={['option', 'days', 'cost_minor', 'quality']}
        scope={{ projectId: record.project_id }}
        empty={t('communication:option.empty')}
        {...(project ? { currency: project.currency } : {})}
      />
      {record.status !== 'open' || !options || options.length === 0 ? null : (
        <div className={styles.choices}>
          {options.map(({ id, option }) => (
            <Button key={id} small onPress={() => choose(option)}>
              {t('communication:option.choose', { name: option.slice(0, 40) })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
