/** One happy path and one refusal for every door of the core. A new channel without one does not compile. */
import type { ChannelName } from '#shared/ipc/contract.ts';
import { agreementExamples } from './examples/agreement.ts';
import { appExamples, startupExamples } from './examples/app.ts';
import { clientExamples } from './examples/client.ts';
import { communicationExamples } from './examples/communication.ts';
import { contactImportExamples } from './examples/contactImport.ts';
import { contractExamples } from './examples/contract.ts';
import { attachmentExamples, documentExamples } from './examples/document.ts';
import { expectationExamples } from './examples/expectation.ts';
import { exportExamples } from './examples/export.ts';
import { importExamples } from './examples/import.ts';
import { milestoneExamples } from './examples/milestones.ts';
import { planExamples } from './examples/plan.ts';
import { planPrintExamples } from './examples/planPrint.ts';
import { portfolioExamples } from './examples/portfolio.ts';
import { projectExamples } from './examples/project.ts';
import { recordExamples } from './examples/records.ts';
import { recurringExamples } from './examples/recurring.ts';
import { reportExamples } from './examples/report.ts';
import { resourceExamples } from './examples/resource.ts';
import { riskExamples } from './examples/risk.ts';
import { scopeExamples } from './examples/scope.ts';
import { sheetExamples } from './examples/sheet.ts';
import { signingExamples } from './examples/signing.ts';
import { stageExamples } from './examples/stage.ts';
import { tableExamples } from './examples/table.ts';
import { templateExamples } from './examples/template.ts';
import { trackingExamples } from './examples/tracking.ts';
import type { Examples } from './examples/types.ts';

export const channelExamples: Examples<ChannelName> = {
  ...recordExamples,
  ...startupExamples,
  ...appExamples,
  ...clientExamples,
  ...expectationExamples,
  ...contractExamples,
  ...contactImportExamples,
  ...documentExamples,
  ...attachmentExamples,
  ...communicationExamples,
  ...exportExamples,
  ...importExamples,
  ...planExamples,
  ...planPrintExamples,
  ...projectExamples,
  ...recurringExamples,
  ...resourceExamples,
  ...riskExamples,
  ...scopeExamples,
  ...stageExamples,
  ...reportExamples,
  ...templateExamples,
  ...agreementExamples,
  ...signingExamples,
  ...tableExamples,
  ...portfolioExamples,
  ...sheetExamples,
  ...trackingExamples,
  ...milestoneExamples,
};

export const exampledNames = Object.keys(channelExamples) as readonly ChannelName[];
