/** Channels of registers in general: acts on several records of any type as one step. */
import { z } from 'zod';
import { idSchema } from '../../model/field.ts';
import { command } from '../channel.ts';

export const registerChannels = {
  /** Puts the records into the trash in one step. Several types at once are refused. */
  'register.remove': command(
    z.strictObject({ ids: z.array(idSchema).min(1).max(5000) }),
    z.strictObject({ removed: z.int() }),
  ),
};
