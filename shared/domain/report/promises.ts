/** P2, P1: what was promised to the client and is due, and what became of it; also what was not kept. */
import { isOpen } from '#shared/domain/communication/promise.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { ReportPromise } from './snapshot.ts';
import { filled, type Words } from './wording.ts';

interface Period {
  readonly from: string;
  readonly to: string;
}

function stateOf(promise: RecordOf<'promise'>, statusOn: string): ReportPromise['state'] {
  const { status, due_on, settled_on } = promise;
  if (status === 'kept')
    return due_on !== null && settled_on !== null && settled_on > due_on ? 'kept_late' : 'kept';
  if (status === 'broken') return 'broken';
  if (due_on !== null && due_on < statusOn) return 'late';
  return status === 'renegotiated' ? 'moved' : 'open';
}

/** Open: due until the end of the next period. Settled: within the period. */
function belongs(promise: RecordOf<'promise'>, period: Period, next: Period): boolean {
  if (!promise.client_visible || promise.status === 'withdrawn') return false;
  const { due_on, settled_on } = promise;
  if (isOpen(promise)) return due_on !== null && due_on <= next.to;
  return settled_on !== null && settled_on >= period.from && settled_on <= period.to;
}

/** Promises of a report by their day, in the words for the client. */
export function composePromises(
  promises: readonly RecordOf<'promise'>[],
  frame: { readonly period: Period; readonly next: Period; readonly statusOn: string },
  words: Words,
): ReportPromise[] {
  return promises
    .filter((promise) => belongs(promise, frame.period, frame.next))
    .sort((a, b) => (a.due_on ?? '9').localeCompare(b.due_on ?? '9') || a.no - b.no)
    .flatMap((promise) => {
      const text = words(promise.id, filled(promise.client_text) ?? promise.text);
      if (text === null) return [];
      const { id, no, due_on, settled_on } = promise;
      return [{ id, no, text, due_on, settled_on, state: stateOf(promise, frame.statusOn) }];
    });
}
