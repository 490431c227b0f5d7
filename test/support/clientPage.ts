import type { OutputOf } from '#shared/ipc/contract.ts';
import type { FakeHost } from './fakeHost.ts';

/** What the core says of a client about whom nothing is known yet. */
const page: OutputOf<'client.overview'> = {
  today: '2026-11-21',
  projects: { open: 0, warranty: 0, closed: 0, firstOn: null },
  suggestion: { channel: 'phone', reason: 'usual', matter: null },
  feedback: { open: 0, untriaged: 0, complaints: 0 },
  concerns: 0,
  care: { open: 0, overdue: 0, next: null },
  strategyReviewOn: null,
  unplanned: [],
  satisfaction: {
    answers: [],
    count: 0,
    last: null,
    mean: null,
    meanDeliverable: null,
    meanService: null,
    gap: null,
    trend: null,
  },
  repeat: { count: 0, referralsMade: 0, referralsWon: 0, referredBy: null },
};

const contact: OutputOf<'comm.lastContact'> = {
  last: null,
  state: 'none_expected',
  limit: 7,
  due_on: null,
  days: 0,
};

const rate: OutputOf<'promise.rate'> = {
  kept: 0,
  renegotiated: 0,
  broken: 0,
  open: 0,
  late: 0,
  rate: null,
  byKind: [],
};

/** Answers what the page of a new client asks for. */
export function answerClientPage(core: FakeHost): void {
  core.answers['client.overview'] = () => page;
  core.answers['comm.lastContact'] = () => contact;
  core.answers['promise.rate'] = () => rate;
  core.answers['client.timeline'] = () => ({ rows: [], more: false });
  core.answers['money.client'] = () => ({ currencies: [] });
  core.answers['project.rows'] = () => [];
}
