import type { ReactNode } from 'react';
import type { Say } from '#shared/domain/report/phrases.ts';
import type { ReportSnapshot, SectionId } from '#shared/domain/report/snapshot.ts';
import type { FlowItem } from '../flow.ts';

export interface BlockContext {
  readonly snapshot: ReportSnapshot;
  readonly say: Say;
}

export type Section = (context: BlockContext) => readonly FlowItem[];

/** An item that is never cut. */
export function block(id: string, node: ReactNode, keepNext = false): FlowItem {
  return { id, keepNext, render: () => node };
}

export const shows = (snapshot: ReportSnapshot, section: SectionId): boolean =>
  !snapshot.hidden.includes(section);
