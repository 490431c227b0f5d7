/** Records of the contract and its money: with the client a signed one, with the air-handling firm a draft. */
import { generateNKeysBetween } from 'fractional-indexing';
import type { CreateInput } from '#shared/model/registry.ts';
import { formatDate, formatLocal, parseDate } from '#shared/schedule/calendar/instant.ts';
import type { SampleContent } from './content/content.ts';
import {
  BRIEFED,
  type ClauseKey,
  plannedBudget,
  plannedClauses,
  plannedDeliverables,
  plannedFees,
  plannedInstalments,
  plannedRules,
} from './contract.ts';
import type { Dates, SampleCalendar } from './layout.ts';
import type { TaskKey } from './plan.ts';
import type { SampleRecord } from './sample.ts';

export interface ContractSource {
  readonly content: SampleContent;
  readonly calendar: SampleCalendar;
  readonly contract: ReadonlyMap<TaskKey, Dates>;
}

const DAYS_OF_YEAR = 365;

const dayOf = ({ contract }: ContractSource, key: TaskKey): string =>
  formatLocal(contract.get(key)?.finish ?? 0).slice(0, 10);

/** The last working day until so many calendar days after a milestone: nobody waits for money on a holiday. */
function after(source: ContractSource, key: TaskKey, days: number): string {
  const { work } = source.calendar;
  const day = (parseDate(dayOf(source, key)) ?? 0) + days;
  return formatDate(work.isWorkingDay(day) ? day : (work.addWorkingDays(day, -1) ?? day));
}

/** Thousandths of the contract sum, in whole hundreds of the currency. */
const share = ({ content }: ContractSource, thousandths: number): number =>
  Math.round((content.people.project.contractMinor * thousandths) / 1000 / 10_000) * 10_000;

function contractRecord(source: ContractSource): SampleRecord {
  const { content, contract } = source;
  const handover = dayOf(source, 'handover');
  const start = formatLocal(contract.get('kickoff')?.start ?? 0).slice(0, 10);
  return {
    type: 'contract',
    key: 'contract',
    values: {
      project_id: 'project',
      no: 1,
      title: content.contract.title,
      code: content.contract.code,
      status: 'signed',
      total_minor: content.people.project.contractMinor,
      signed_on: start,
      sign_reason: content.contract.signReason,
      sign_gaps: 'dispute',
      effective_on: start,
      finish_on: handover,
      retention_percent: 5,
      retention_release_on: after(source, 'handover', DAYS_OF_YEAR),
      warranty_start_on: handover,
      warranty_end_on: after(source, 'handover', 2 * DAYS_OF_YEAR),
      warranty_terms: content.contract.warrantyTerms,
    },
  };
}

function partyRecords({ content }: ContractSource): SampleRecord[] {
  const { client, company } = content.people;
  const sides = [
    ['client', client.name],
    ['own', company.name],
  ] as const;
  return sides.map(([side, name]) => ({
    type: 'contract_party',
    key: `contractParty/${side}`,
    values: { contract_id: 'contract', side, name, ...content.contract.sides[side] },
  }));
}

/** The key of a clause is its type, but for the second one about liability. */
const kindOf = (key: ClauseKey) => (key === 'lateUnit' ? 'liability' : key);

function clauseRecords(source: ContractSource): SampleRecord[] {
  const { content, calendar } = source;
  const ranks = generateNKeysBetween(null, null, plannedClauses.length);
  const clauses = plannedClauses.map(([key, clause], index): SampleRecord => {
    const { title, text, worded } = content.contract.clauses[key];
    const values: CreateInput<'clause'> = {
      contract_id: 'contract',
      rank: ranks[index] ?? 'a0',
      kind: kindOf(key),
      number: clause.number,
      title,
      text,
      ...clause.facts,
      ...(clause.task ? { task_id: `task/${clause.task}`, due_on: dayOf(source, clause.task) } : {}),
      ...(clause.worded && worded ? { [clause.worded]: worded } : {}),
    };
    return { type: 'clause', key: `clause/${key}`, values };
  });
  return [
    ...clauses,
    {
      type: 'clause_briefing',
      key: 'clauseBriefing',
      values: {
        clause_id: `clause/${BRIEFED.clause}`,
        contact_id: `contact/${BRIEFED.contact}`,
        explained_on: calendar.date(BRIEFED.day),
        by: content.people.parties.manager,
        understood: 'yes',
        note: content.contract.briefing,
      },
    },
  ];
}

function deliverableRecords(source: ContractSource): SampleRecord[] {
  const ranks = generateNKeysBetween(null, null, plannedDeliverables.length);
  return plannedDeliverables.map(([key, { task, stage, accepted }], index) => {
    const due = dayOf(source, task);
    return {
      type: 'deliverable',
      key: `deliverable/${key}`,
      values: {
        project_id: 'project',
        no: index + 1,
        rank: ranks[index] ?? 'a0',
        contract_id: 'contract',
        clause_id: 'clause/deliverables',
        task_id: `task/${task}`,
        stage,
        due_on: due,
        ...source.content.contract.deliverables[key],
        ...(accepted ? { status: 'accepted' as const, delivered_on: due, accepted_on: due } : {}),
      },
    };
  });
}

function instalmentRecords(source: ContractSource): SampleRecord[] {
  const { content, calendar } = source;
  const ranks = generateNKeysBetween(null, null, plannedInstalments.length);
  return plannedInstalments.flatMap(([key, planned], index): SampleRecord[] => {
    const { percent, received } = planned;
    const values: CreateInput<'payment_stage'> = {
      contract_id: 'contract',
      rank: ranks[index] ?? 'a0',
      name: content.contract.instalments[key],
      kind: key === 'retention' ? 'retention' : 'instalment',
      percent,
      due_rule: planned.rule,
      due_days: planned.days,
      due_on: planned.rule === 'date' ? after(source, 'handover', DAYS_OF_YEAR) : null,
      task_id: planned.task ? `task/${planned.task}` : null,
      deliverable_id: planned.deliverable ? `deliverable/${planned.deliverable}` : null,
      clause_id: 'clause/payment',
      method: 'bank',
      claimed_on: planned.claimed === undefined ? null : calendar.date(planned.claimed),
    };
    const stage: SampleRecord = { type: 'payment_stage', key: `instalment/${key}`, values };
    if (received === undefined) return [stage];
    const amount = Math.round((content.people.project.contractMinor * percent * received[1]) / 10_000);
    const receipt: CreateInput<'receipt'> = {
      payment_stage_id: `instalment/${key}`,
      received_on: calendar.date(received[0]),
      amount_minor: amount,
      method: 'bank',
      voucher: `B-${String(index + 1).padStart(3, '0')}`,
    };
    return [stage, { type: 'receipt', key: `receipt/${key}`, values: receipt }];
  });
}

function feeRecords(source: ContractSource): SampleRecord[] {
  return plannedFees.map(([key, fee]) => ({
    type: 'extra_fee',
    key: `fee/${key}`,
    values: {
      contract_id: 'contract',
      kind: fee.kind,
      text: source.content.contract.fees[key],
      amount_minor: share(source, fee.share),
      raised_on: source.calendar.date(fee.raised),
      approved_on: fee.approved === undefined ? null : source.calendar.date(fee.approved),
      payment_stage_id: fee.instalment ? `instalment/${fee.instalment}` : null,
      extension_days: fee.extension ?? null,
    },
  }));
}

function costRecords(source: ContractSource): SampleRecord[] {
  return plannedBudget.flatMap(([key, line]): SampleRecord[] => {
    const text = source.content.contract.budget[key];
    const shared = { project_id: 'project', category: line.category, text } as const;
    return [
      {
        type: 'budget_line',
        key: `budget/${key}`,
        values: { ...shared, planned_minor: share(source, line.planned) },
      },
      {
        type: 'cost_entry',
        key: `cost/${key}`,
        values: {
          ...shared,
          budget_line_id: `budget/${key}`,
          spent_on: source.calendar.date(line.day),
          amount_minor: share(source, line.spent),
        },
      },
    ];
  });
}

function legalRecords({ content, calendar }: ContractSource): SampleRecord[] {
  const { legal, benchmark, rules } = content.contract;
  return [
    {
      type: 'legal_consultation',
      key: 'legal',
      values: { project_id: 'project', contract_id: 'contract', asked_on: calendar.date(-66), ...legal },
    },
    {
      type: 'benchmark',
      key: 'benchmark',
      values: { project_id: 'project', noted_on: calendar.date(-66), ...benchmark },
    },
    ...plannedRules.map(
      ([key, { status, owner, due }]): SampleRecord => ({
        type: 'compliance_item',
        key: `rule/${key}`,
        values: {
          project_id: 'project',
          ...rules[key],
          status,
          owner: content.people.parties[owner],
          due_on: calendar.date(due),
        },
      }),
    ),
  ];
}

/** A3, C9: the contract with our own subcontractor, not signed yet, with little in it. */
function subcontract(source: ContractSource): SampleRecord[] {
  const { content, calendar } = source;
  const { title, clause, instalment } = content.contract.sub;
  const name = content.people.parties.airSub;
  return [
    { type: 'party', key: 'party/airSub', values: { name, kind: 'subcontractor' } },
    {
      type: 'contract',
      key: 'subcontract',
      values: {
        project_id: 'project',
        no: 2,
        title,
        direction: 'downstream',
        party_id: 'party/airSub',
        status: 'negotiating',
        total_minor: share(source, 75),
        effective_on: calendar.date(8),
      },
    },
    {
      type: 'clause',
      key: 'subclause',
      values: { contract_id: 'subcontract', kind: 'scope', number: '1', ...clause },
    },
    {
      type: 'payment_stage',
      key: 'subinstalment',
      values: {
        contract_id: 'subcontract',
        name: instalment,
        percent: 100,
        due_rule: 'milestone',
        task_id: 'task/airUnitOk',
        due_days: 30,
      },
    },
  ];
}

/** Everything about contract and money; after the tasks and contacts they refer to. */
export function contractRecords(source: ContractSource): SampleRecord[] {
  return [
    contractRecord(source),
    ...partyRecords(source),
    ...clauseRecords(source),
    ...deliverableRecords(source),
    ...instalmentRecords(source),
    ...feeRecords(source),
    ...costRecords(source),
    ...legalRecords(source),
    ...subcontract(source),
  ];
}
