/** WF3, WF4, WF6: days without a contact after which the client is waiting; null: nothing is expected. */
export const CONTACT_LIMIT_DAYS = {
  presales: 7,
  contracting: 7,
  kickoff: 7,
  execution: 7,
  acceptance: 7,
  warranty: 30,
  closed: null,
} as const;

export type ProjectStage = keyof typeof CONTACT_LIMIT_DAYS;
