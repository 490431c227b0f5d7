/** G10: no promise without knowing that we can keep it. */

export type CapabilityAnswer = 'yes' | 'partly' | 'no';
export type CapabilityResult = 'can' | 'with_conditions' | 'cannot';

export interface CapabilityAnswers {
  readonly skills: CapabilityAnswer;
  readonly resources: CapabilityAnswer;
  readonly experience: CapabilityAnswer;
}

/** Missing skills or resources decide; missing experience alone asks for conditions, for it can be gained. */
export function capabilityResult({ skills, resources, experience }: CapabilityAnswers): CapabilityResult {
  if (skills === 'no' || resources === 'no') return 'cannot';
  return [skills, resources, experience].every((answer) => answer === 'yes') ? 'can' : 'with_conditions';
}
