import { SECTIONS, type SectionId } from '#shared/domain/report/snapshot.ts';
import type { FlowItem } from '../flow.ts';
import {
  decisionBlocks,
  expectationBlocks,
  issueBlocks,
  promiseBlocks,
  riskBlocks,
  valueBlocks,
} from './cards.tsx';
import { type BlockContext, type Section, shows } from './context.ts';
import { headBlocks } from './head.tsx';
import { doneBlocks, milestoneBlocks, nextBlocks } from './plan.tsx';
import { attentionBlocks, progressBlocks } from './progress.tsx';
import { trendBlocks } from './trend.tsx';

const BLOCKS: Readonly<Record<SectionId, Section>> = {
  progress: progressBlocks,
  attention: attentionBlocks,
  milestones: milestoneBlocks,
  trend: trendBlocks,
  done: doneBlocks,
  expectations: expectationBlocks,
  next: nextBlocks,
  risks: riskBlocks,
  issues: issueBlocks,
  decisions: decisionBlocks,
  promises: promiseBlocks,
  values: valueBlocks,
};

/** The whole report as one list of items, in reading order. */
export function reportBlocks(context: BlockContext): readonly FlowItem[] {
  return [
    ...headBlocks(context),
    ...SECTIONS.filter((id) => shows(context.snapshot, id)).flatMap((id) => BLOCKS[id](context)),
  ];
}
