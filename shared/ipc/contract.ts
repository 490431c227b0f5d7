/** Every door between renderer and core. What is not here does not exist on the wire. */
import type { Channel } from './channel.ts';
import { agreementChannels } from './channels/agreement.ts';
import { appChannels, startupChannels } from './channels/app.ts';
import { clientChannels } from './channels/client.ts';
import { communicationChannels } from './channels/communication.ts';
import { contactImportChannels } from './channels/contactImport.ts';
import { contractChannels } from './channels/contract.ts';
import { attachmentChannels, documentChannels } from './channels/document.ts';
import { expectationChannels } from './channels/expectation.ts';
import { exportChannels } from './channels/export.ts';
import { importChannels } from './channels/import.ts';
import { milestoneChannels } from './channels/milestones.ts';
import { moneyChannels } from './channels/money.ts';
import { planChannels } from './channels/plan.ts';
import { planPrintChannels } from './channels/planPrint.ts';
import { planSinceChannels } from './channels/planSince.ts';
import { planWhyChannels } from './channels/planWhy.ts';
import { portfolioChannels } from './channels/portfolio.ts';
import { projectChannels } from './channels/project.ts';
import { type RecordChannels, recordChannels } from './channels/records.ts';
import { recurringChannels } from './channels/recurring.ts';
import { registerChannels } from './channels/register.ts';
import { reportChannels } from './channels/report.ts';
import { resourceChannels } from './channels/resource.ts';
import { riskChannels } from './channels/risk.ts';
import { scopeChannels } from './channels/scope.ts';
import { sheetChannels } from './channels/sheet.ts';
import { signingChannels } from './channels/signing.ts';
import { stageChannels } from './channels/stage.ts';
import { tableChannels } from './channels/table.ts';
import { templateChannels } from './channels/template.ts';
import { todayChannels } from './channels/today.ts';
import { trackingChannels } from './channels/tracking.ts';

const customChannels = {
  ...agreementChannels,
  ...appChannels,
  ...attachmentChannels,
  ...clientChannels,
  ...communicationChannels,
  ...contactImportChannels,
  ...contractChannels,
  ...documentChannels,
  ...expectationChannels,
  ...exportChannels,
  ...importChannels,
  ...milestoneChannels,
  ...moneyChannels,
  ...planChannels,
  ...planPrintChannels,
  ...planSinceChannels,
  ...planWhyChannels,
  ...portfolioChannels,
  ...projectChannels,
  ...recurringChannels,
  ...registerChannels,
  ...reportChannels,
  ...resourceChannels,
  ...riskChannels,
  ...scopeChannels,
  ...sheetChannels,
  ...signingChannels,
  ...stageChannels,
  ...startupChannels,
  ...tableChannels,
  ...templateChannels,
  ...todayChannels,
  ...trackingChannels,
};
type CustomChannels = typeof customChannels;
export type Contract = RecordChannels & CustomChannels;
export type ChannelName = keyof Contract & string;

export type InputOf<C extends ChannelName> =
  Contract[C] extends Channel<infer _K, infer I, infer _O> ? I : never;
export type OutputOf<C extends ChannelName> =
  Contract[C] extends Channel<infer _K, infer _I, infer O> ? O : never;

export type QueryName = {
  [C in ChannelName]: Contract[C] extends Channel<'query', infer _I, infer _O> ? C : never;
}[ChannelName];
export type CommandName = {
  [C in ChannelName]: Contract[C] extends Channel<'command', infer _I, infer _O> ? C : never;
}[ChannelName];
export type TaskName = {
  [C in ChannelName]: Contract[C] extends Channel<'task', infer _I, infer _O> ? C : never;
}[ChannelName];

export const contract: Contract = { ...recordChannels, ...customChannels };

export const channelNames = Object.keys(contract) as readonly ChannelName[];

/** The channel of that name, or undefined: names come from outside. */
export function channelOf(name: string): Channel | undefined {
  return Object.hasOwn(contract, name) ? (contract[name as ChannelName] as unknown as Channel) : undefined;
}
