/** What stands beside an expectation in its panel: lists of its own records, and facts of others. */
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAnswer } from '#renderer/client/hooks.ts';
import { Badge, Button } from '#renderer/ui/index.ts';
import { capabilityResult } from '#shared/domain/expectation/capability.ts';
import { NONE } from '#shared/domain/report/figures.ts';
import { ChildList, createRecord, useRegisterTools, type WidgetProps } from '../register/public.ts';
import styles from './expectations.module.css';
import { FishboneLinks } from './FishboneLinks.tsx';
import { useExpectationData } from './facts.ts';
import { figureText, useTellProblem } from './parts.tsx';

type Props = WidgetProps<'expectation'>;

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}

/** G13–G15: before and after. */
export function Guidances({ record }: Props) {
  const { t, today } = useRegisterTools();
  const { projectId } = useExpectationData();
  return (
    <ChildList
      entity="guidance"
      owner={{ expectation_id: record.id }}
      scope={{ projectId, owner: { expectation_id: record.id } }}
      fields={[
        'before',
        'after',
        'method',
        'stage',
        'guided_on',
        'contact_id',
        'case_study_id',
        'phased_plan',
        'agreed',
      ]}
      shown={['method', 'agreed', 'guided_on']}
      asked={['before', 'method', 'after']}
      defaults={{ guided_on: today, stage: record.stage, before: record.text }}
      newestBy="guided_on"
      empty={t('expectation:none.guidance')}
    />
  );
}

/** C8: the answer of the technical side. */
export function Feasibility({ record }: Props) {
  const { t, today, entityName } = useRegisterTools();
  return (
    <Group title={entityName('feasibility_reply')}>
      <ChildList
        entity="feasibility_reply"
        owner={{ expectation_id: record.id }}
        fields={['feasible', 'difficulty', 'by', 'replied_on', 'note']}
        shown={['feasible', 'by', 'replied_on']}
        asked={['feasible', 'difficulty', 'by', 'note']}
        defaults={{ replied_on: today }}
        newestBy="replied_on"
        empty={t('expectation:none.feasibility')}
      />
    </Group>
  );
}

const ANSWERS = ['yes', 'partly', 'no'] as const;

/** G10: skills, resources and experience, and what follows from them. */
export function Capability({ record }: Props) {
  const { t, today, entityName, fieldName, valueName } = useRegisterTools();
  const { projectId, factOf } = useExpectationData();
  const tell = useTellProblem();
  const result = factOf(record.id)?.capability ?? null;
  const quick = (answer: (typeof ANSWERS)[number]) => {
    const answers = { skills: answer, resources: answer, experience: answer };
    createRecord('capability_check', {
      project_id: projectId,
      expectation_id: record.id,
      checked_on: today,
      ...answers,
      result: capabilityResult(answers),
    }).catch(tell);
  };
  return (
    <Group title={entityName('capability_check')}>
      {result === null ? (
        <div className={styles.quick}>
          <span className={styles.quiet}>{t('expectation:capability.quick')}</span>
          {ANSWERS.map((answer) => (
            <Button small key={answer} onPress={() => quick(answer)}>
              {t(`expectation:capability.${answer}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p>
          {fieldName('capability_check', 'result')}:{' '}
          <Badge tone={result === 'can' ? 'good' : result === 'cannot' ? 'bad' : 'warn'}>
            {valueName('capability_check', 'result', result)}
          </Badge>
        </p>
      )}
      <ChildList
        entity="capability_check"
        owner={{ expectation_id: record.id }}
        scope={{ projectId, owner: { expectation_id: record.id } }}
        fields={['skills', 'resources', 'experience', 'result', 'checked_on', 'by', 'note']}
        shown={['result', 'checked_on']}
        asked={['skills', 'resources', 'experience', 'result', 'note']}
        defaults={{ checked_on: today }}
        newestBy="checked_on"
      />
    </Group>
  );
}

/** E6: what each way costs in time, money and quality. */
export function Tradeoffs({ record }: Props) {
  const { t, entityName } = useRegisterTools();
  const { projectId, currency } = useExpectationData();
  return (
    <Group title={entityName('tradeoff')}>
      <ChildList
        entity="tradeoff"
        owner={{ expectation_id: record.id }}
        scope={{ projectId, owner: { expectation_id: record.id } }}
        fields={['option', 'days', 'cost_minor', 'quality', 'difficulty', 'recommended', 'client_visible']}
        shown={['days', 'cost_minor', 'quality']}
        asked={['option', 'days', 'cost_minor', 'quality']}
        currency={currency}
        empty={t('expectation:none.tradeoff')}
      />
    </Group>
  );
}

/** G12: what the client gains. */
export function ValueStatements({ record }: Props) {
  const { t, entityName } = useRegisterTools();
  const { projectId } = useExpectationData();
  return (
    <Group title={entityName('value_statement')}>
      <ChildList
        entity="value_statement"
        owner={{ expectation_id: record.id }}
        scope={{ projectId, owner: { expectation_id: record.id } }}
        fields={['text', 'kind', 'evidence', 'client_visible', 'client_text']}
        shown={['kind', 'evidence']}
        asked={['text', 'kind', 'evidence']}
        empty={t('expectation:none.value')}
      />
    </Group>
  );
}

/** G4: what has to be put right before this expectation is met. */
export function RectificationList({ record }: Props) {
  const { today, entityName } = useRegisterTools();
  const { projectId } = useExpectationData();
  return (
    <Group title={entityName('rectification')}>
      <ChildList
        entity="rectification"
        owner={{ expectation_id: record.id }}
        scope={{ projectId, owner: { expectation_id: record.id } }}
        fields={['text', 'owner', 'due_on', 'done_on', 'client_visible', 'client_text']}
        shown={['owner', 'due_on', 'done_on']}
        asked={['text', 'owner', 'due_on']}
        defaults={{ raised_on: today }}
      />
    </Group>
  );
}

/** G17, G18: goals that answer this expectation, and how far they are. */
export function Goals({ record }: Props) {
  const { t, entityName } = useRegisterTools();
  const { projectId, factOf } = useExpectationData();
  const goals = factOf(record.id)?.goals ?? [];
  return (
    <Group title={entityName('goal')}>
      {goals.map((goal) => (
        <p key={goal.id} className={styles.goal}>
          {goal.smart && goal.signed ? (
            <CircleCheck aria-hidden="true" />
          ) : (
            <CircleDashed aria-hidden="true" />
          )}
          <span>{goal.title}</span>
          <Badge tone={goal.smart ? 'good' : 'warn'}>
            {t(goal.smart ? 'expectation:goal.smart' : 'expectation:goal.notSmart')}
          </Badge>
          <Badge tone={goal.signed ? 'good' : 'plain'}>
            {t(goal.signed ? 'expectation:goal.signed' : 'expectation:goal.unsigned')}
          </Badge>
        </p>
      ))}
      <ChildList
        entity="goal"
        owner={{ expectation_id: record.id }}
        scope={{ projectId, owner: { expectation_id: record.id } }}
        fields={[
          'title',
          'specific',
          'measurable',
          'achievable',
          'relevant',
          'time_bound',
          'due_on',
          'owner',
          'client_visible',
        ]}
        shown={['due_on', 'owner']}
        asked={['title', 'due_on']}
        defaults={{ aspect: record.aspect, due_on: record.key_date_on }}
        empty={t('expectation:none.goal')}
      />
    </Group>
  );
}

/** G21, G22: how it changed on the way. */
export function Adjustments({ record }: Props) {
  const { entityName, valueName } = useRegisterTools();
  const { data: adjustments = [] } = useAnswer('adjustment.list', { where: { expectation_id: record.id } });
  if (adjustments.length === 0) return null;
  return (
    <Group title={entityName('adjustment')}>
      <ul>
        {adjustments.map((adjustment) => (
          <li key={adjustment.id}>
            {adjustment.title} · {valueName('adjustment', 'status', adjustment.status)}
          </li>
        ))}
      </ul>
    </Group>
  );
}

/** D18, G11: the value to judge by. */
export function BenchmarkFacts({ record }: Props) {
  const { fieldName } = useRegisterTools();
  const { data } = useAnswer(
    'benchmark.get',
    { id: record.benchmark_id ?? '' },
    record.benchmark_id !== null,
  );
  if (!data || record.benchmark_id === null) return null;
  return (
    <dl className={styles.facts}>
      {(['industry_value', 'own_value', 'source'] as const).map((field) => (
        <div key={field}>
          <dt>{fieldName('benchmark', field)}</dt>
          <dd>
            {data[field] === null ? NONE : `${data[field]} ${field === 'source' ? '' : (data.unit ?? '')}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** MS-4: what the radar takes for this one: typed, or following the dates of its task. */
export function LevelFacts({ record }: Props) {
  const { t } = useRegisterTools();
  const fact = useExpectationData().factOf(record.id);
  if (fact === undefined) return null;
  return (
    <dl className={styles.facts}>
      {(['agreed', 'planned', 'actual'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`expectation:gap.${name}`)}</dt>
          <dd>{fact[name] === null ? NONE : `${figureText(fact[name])}%`}</dd>
        </div>
      ))}
    </dl>
  );
}

/** G7: fishbones about this expectation. */
export function Fishbones({ record }: Props) {
  const { projectId, onFishbone } = useExpectationData();
  return (
    <FishboneLinks projectId={projectId} subjectId={record.id} problem={record.text} onOpen={onFishbone} />
  );
}
