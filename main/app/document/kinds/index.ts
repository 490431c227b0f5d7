/** Every kind of document there is and how it is composed. A new kind adds its line. */
import type { DocumentKind } from '#shared/domain/documents/content.ts';
import { adjustment } from './adjustment.ts';
import { charter } from './charter.ts';
import { clauseCheck } from './clauseCheck.ts';
import { clientSheet } from './clientSheet.ts';
import { commPlan } from './commPlan.ts';
import { decision } from './decision.ts';
import { delayNotice } from './delayNotice.ts';
import { expectation } from './expectation.ts';
import { fishbone } from './fishbone.ts';
import { goals } from './goals.ts';
import { minutes } from './minutes.ts';
import { paymentPlan } from './paymentPlan.ts';
import { questionnaire } from './questionnaire.ts';
import { requirements } from './requirements.ts';
import { schedule } from './schedule.ts';
import { scope } from './scope.ts';
import type { KindSpec } from './types.ts';

const kinds: Readonly<Record<DocumentKind, KindSpec>> = {
  clause_check: clauseCheck,
  client_sheet: clientSheet,
  comm_plan: commPlan,
  expectation,
  fishbone,
  minutes,
  payment_plan: paymentPlan,
  questionnaire,
  adjustment,
  charter,
  decision,
  delay_notice: delayNotice,
  goals,
  requirements,
  schedule,
  scope,
};

/** How documents of the kind are composed. */
export const kindSpec = (kind: DocumentKind): KindSpec => kinds[kind];
