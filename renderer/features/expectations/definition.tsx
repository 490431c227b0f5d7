import { captureLine, captureNames } from '#shared/domain/expectation/capture.ts';
import { KANO_ORDER } from '#shared/domain/expectation/kano.ts';
import { isConfirmed, lifeProblems, nextLifeStatus } from '#shared/domain/expectation/life.ts';
import { expectation } from '#shared/model/entities/expectation.ts';
import type { CreateInput, RecordOf } from '#shared/model/registry.ts';
import {
  enumFilter,
  flagFilter,
  type RegisterColumn,
  type RegisterDefinition,
  type RegisterFilter,
  type RegisterSection,
  type RegisterTools,
  shortNumber,
  textFilter,
} from '../register/public.ts';
import type { ExpectationData } from './facts.ts';
import { KanoField } from './KanoField.tsx';
import {
  Adjustments,
  BenchmarkFacts,
  Capability,
  Feasibility,
  Fishbones,
  Goals,
  Guidances,
  LevelFacts,
  RectificationList,
  Tradeoffs,
  ValueStatements,
} from './panel.tsx';
import { figureText, KanoBadge, SHORT } from './parts.tsx';

type Expectation = RecordOf<'expectation'>;
type DataOf = () => ExpectationData;

const factOf = (dataOf: DataOf, { id }: Expectation) => dataOf().factOf(id);

const kanoOf = (dataOf: DataOf, record: Expectation) => factOf(dataOf, record)?.kano.kind ?? record.kano;

function columns(dataOf: DataOf): readonly RegisterColumn<'expectation'>[] {
  const level = (record: Expectation) => factOf(dataOf, record)?.current ?? null;
  return [
    {
      id: 'no',
      header: ({ t }) => t('register:number'),
      width: 64,
      text: (record) => shortNumber(SHORT, record),
      sortKey: (record) => record.no,
    },
    { id: 'text', field: 'text', width: 260, grow: true, rowHeader: true },
    { id: 'aspect', field: 'aspect', width: 92 },
    {
      id: 'kano',
      header: (tools) => tools.fieldName('expectation', 'kano'),
      width: 104,
      text: (record, { valueName }) => {
        const kind = kanoOf(dataOf, record);
        return kind === null ? '' : valueName('expectation', 'kano', kind);
      },
      render: (record) => <KanoBadge kind={kanoOf(dataOf, record)} />,
      sortKey: (record) => {
        const kind = kanoOf(dataOf, record);
        return kind === null ? null : KANO_ORDER.indexOf(kind);
      },
    },
    { id: 'status', field: 'status', width: 100 },
    {
      id: 'level',
      header: ({ t }) => t('expectation:level'),
      width: 84,
      align: 'end',
      text: (record) => figureText(level(record)),
      sortKey: level,
    },
    { id: 'key', field: 'key_date_on', width: 108 },
    { id: 'channel', field: 'channel', width: 96 },
    { id: 'owner', field: 'owner', width: 100 },
    { id: 'visible', field: 'client_visible', width: 84, align: 'center' },
  ];
}

function filters(dataOf: DataOf): readonly RegisterFilter<'expectation'>[] {
  return [
    enumFilter('expectation', 'aspect'),
    enumFilter('expectation', 'status'),
    {
      ...enumFilter('expectation', 'kano'),
      matches: (record, option) => kanoOf(dataOf, record) === option,
    },
    enumFilter('expectation', 'maslow'),
    enumFilter('expectation', 'stage'),
    enumFilter('expectation', 'channel'),
    textFilter('expectation', 'owner'),
    flagFilter<'expectation'>(
      'unagreed',
      ({ t }) => t('expectation:filter.unagreed'),
      (record) =>
        !isConfirmed(record.status) &&
        record.agreed_percent === null &&
        factOf(dataOf, record)?.goals.some(({ signed }) => signed) !== true,
    ),
    flagFilter<'expectation'>(
      'unmet',
      ({ t }) => t('expectation:filter.unmet'),
      (record) => {
        const current = factOf(dataOf, record)?.current ?? null;
        return current !== null && current < 100;
      },
    ),
  ];
}

const sections: readonly RegisterSection<'expectation'>[] = [
  {
    id: 'what',
    title: ({ t }) => t('expectation:section.what'),
    items: ['text', 'aspect', 'weight', 'channel', 'stage', 'contact_id', 'raised_on', 'owner'],
  },
  {
    id: 'client',
    title: ({ t }) => t('expectation:section.client'),
    items: ['client_visible', 'client_text'],
  },
  {
    id: 'analysis',
    title: ({ t }) => t('expectation:section.analysis'),
    items: ['maslow', { id: 'kano', widget: KanoField }, 'factors', { id: 'fishbones', widget: Fishbones }],
  },
  {
    id: 'reason',
    title: ({ t }) => t('expectation:section.reason'),
    items: [
      'reasonableness',
      'benchmark_id',
      'reasonableness_note',
      { id: 'benchmark', widget: BenchmarkFacts },
    ],
  },
  {
    id: 'feasibility',
    title: ({ t }) => t('expectation:section.feasibility'),
    items: [
      { id: 'feasibility', widget: Feasibility },
      { id: 'capability', widget: Capability },
      { id: 'tradeoffs', widget: Tradeoffs },
    ],
  },
  {
    id: 'guidance',
    title: ({ t }) => t('expectation:section.guidance'),
    items: [{ id: 'guidances', widget: Guidances }],
  },
  {
    id: 'goals',
    title: ({ t }) => t('expectation:section.goals'),
    items: [
      { id: 'goals', widget: Goals },
      { id: 'adjustments', widget: Adjustments },
    ],
  },
  {
    id: 'levels',
    title: ({ t }) => t('expectation:section.levels'),
    items: [
      { id: 'levels', widget: LevelFacts },
      'key_date_on',
      'task_id',
      'deliverable_id',
      'agreed_percent',
      'planned_percent',
      'actual_percent',
      'expected_text',
      'agreed_text',
      'actual_text',
      'quality_standard',
      'acceptance_standard',
    ],
  },
  {
    id: 'value',
    title: ({ t }) => t('expectation:section.value'),
    items: [
      { id: 'values', widget: ValueStatements },
      { id: 'rectifications', widget: RectificationList },
    ],
  },
  {
    id: 'source',
    title: ({ t }) => t('expectation:section.source'),
    items: ['comm_log_id', 'requirement_id', 'clause_id'],
  },
];

/** Names and values of the marks in a line: aspects and KANO classes after #, channels after @. */
function marksOf({ valueName }: RegisterTools) {
  const { aspect, kano, channel } = expectation.fields;
  const pairs = (field: string, values: readonly string[] | undefined) =>
    (values ?? []).map((value) => [valueName('expectation', field, value), `${field} ${value}`] as const);
  return captureNames(
    [...pairs('aspect', aspect.values), ...pairs('kano', kano.values)],
    pairs('channel', channel.values),
  );
}

/** G1, G2, X8: the register of expectations. @param stage of the project, for what is captured */
export function expectationDefinition(
  dataOf: DataOf,
  stage: RecordOf<'project'>['stage'],
): RegisterDefinition<'expectation'> {
  return {
    entity: 'expectation',
    prefix: SHORT,
    columns: columns(dataOf),
    initialSort: { column: 'no', descending: true },
    filters: filters(dataOf),
    sections,
    hints: {
      weight: ({ t }) => t('expectation:hint.weight'),
      agreed_percent: ({ t }) => t('expectation:hint.percent'),
      key_date_on: ({ t }) => t('expectation:hint.keyDate'),
    },
    quickAdd: (line, project_id, tools) => {
      const { text, hash, at } = captureLine(line, marksOf(tools));
      const marked = Object.fromEntries([...hash, ...at].map((pair) => pair.split(' ')));
      return { project_id, text, stage, raised_on: tools.today, ...marked } as CreateInput<'expectation'>;
    },
    quickLabel: ({ t }) => t('expectation:quick'),
    emptyText: ({ t }) => t('expectation:empty'),
    workflow: {
      field: 'status',
      next: (record) =>
        nextLifeStatus({ status: record.status, adjustments: factOf(dataOf, record)?.adjustments ?? 0 }),
      problems: (record, to, { t }) => {
        const fact = factOf(dataOf, record);
        if (fact === undefined) return [];
        return lifeProblems({ ...record, ...fact, kano: fact.kano.kind }, to as Expectation['status']).map(
          ({ code, field }) => ({ text: t(`register:rule.${code}`), field }),
        );
      },
    },
  };
}
