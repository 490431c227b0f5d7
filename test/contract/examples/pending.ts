import type { projectChannels } from '#shared/ipc/channels/project.ts';
import type { registerChannels } from '#shared/ipc/channels/register.ts';
import type { reportChannels } from '#shared/ipc/channels/report.ts';
import type { riskChannels } from '#shared/ipc/channels/risk.ts';
import type { todayChannels } from '#shared/ipc/channels/today.ts';

/**
 * Areas whose examples still stand in their own integration tests alone. An area leaves this list when it gets
 * its file here; a channel of any other area without an example does not compile.
 */
export type Pending =
  | keyof typeof projectChannels
  | keyof typeof registerChannels
  | keyof typeof reportChannels
  | keyof typeof riskChannels
  | keyof typeof todayChannels;
