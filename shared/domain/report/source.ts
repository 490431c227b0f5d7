/** What a report is composed from. */
import type { RecordOf } from '#shared/model/registry.ts';
import type { PlanSource } from './plan.ts';
import type { ReportSnapshot } from './snapshot.ts';
import type { Wording } from './wording.ts';

export interface ReportSource extends PlanSource {
  readonly company: RecordOf<'company'> | null;
  readonly client: RecordOf<'client'>;
  readonly contacts: readonly RecordOf<'contact'>[];
  readonly risks: readonly RecordOf<'risk'>[];
  readonly actions: readonly RecordOf<'risk_action'>[];
  readonly issues: readonly RecordOf<'issue'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  /** P2: promises to the client about the project. */
  readonly promises?: readonly RecordOf<'promise'>[];
  /** A7, O9: what the client expects, and what it gains (G12). */
  readonly expectations?: readonly RecordOf<'expectation'>[];
  readonly values?: readonly RecordOf<'value_statement'>[];
  /** Forecasts recorded with earlier reports, by report date. */
  readonly forecasts?: readonly RecordOf<'milestone_forecast'>[];
}

export interface ReportFrame {
  readonly title: string;
  readonly language: ReportSnapshot['language'];
  readonly period: { readonly from: string; readonly to: string };
  readonly no: number | null;
  readonly wording: Wording;
  readonly preparedBy: string | null;
  /** Today where the user is. */
  readonly today: string;
}
