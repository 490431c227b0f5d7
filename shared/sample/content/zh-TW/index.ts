import type { SampleContent } from '../content.ts';
import { control } from './control.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';

export const content: SampleContent = { people, plan, control };
