import type { SampleContent } from '../content.ts';
import { contract } from './contract.ts';
import { control } from './control.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { talk } from './talk.ts';
import { tracking } from './tracking.ts';

export const content: SampleContent = { people, plan, control, contract, tracking, talk };
