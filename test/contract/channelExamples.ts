/** One happy path and one refusal for every door of the core. A new channel without one does not compile. */
import type { ChannelName } from '#shared/ipc/contract.ts';
import { appExamples, startupExamples } from './examples/app.ts';
import { importExamples } from './examples/import.ts';
import { planExamples } from './examples/plan.ts';
import { projectExamples } from './examples/project.ts';
import { recordExamples } from './examples/records.ts';
import { reportExamples } from './examples/report.ts';
import { riskExamples } from './examples/risk.ts';
import { trackingExamples } from './examples/tracking.ts';
import type { Examples } from './examples/types.ts';

export const channelExamples: Examples<ChannelName> = {
  ...recordExamples,
  ...startupExamples,
  ...appExamples,
  ...importExamples,
  ...planExamples,
  ...projectExamples,
  ...riskExamples,
  ...reportExamples,
  ...trackingExamples,
};

export const exampledNames = Object.keys(channelExamples) as readonly ChannelName[];
