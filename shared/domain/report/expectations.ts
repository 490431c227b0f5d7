/** A7, O9, G12: how the expectations of the client stand, told in every report, and what the client gains. */
import { isConfirmed } from '#shared/domain/expectation/life.ts';
import type { RecordOf } from '#shared/model/registry.ts';
import type { ReportExpectation, ReportValue } from './snapshot.ts';
import { filled, type Words } from './wording.ts';

type Expectation = RecordOf<'expectation'>;
type State = ReportExpectation['state'];

/** What was measured goes before the day it was expected by, and that before what was agreed. */
function stateOf({ status, actual_percent, key_date_on }: Expectation, statusOn: string): State {
  if (status === 'realised') return 'met';
  if (status === 'not_realised') return 'missed';
  if (actual_percent !== null) return actual_percent >= 100 ? 'met' : 'short';
  if (key_date_on !== null && key_date_on < statusOn) return 'late';
  return isConfirmed(status) ? 'agreed' : 'open';
}

/** P1: what is not well stands first. */
const ORDER: readonly State[] = ['missed', 'late', 'short', 'open', 'agreed', 'met'];

/** O9: the expectations the client may see, in the words for the client, with what has come of them. */
export function composeExpectations(
  expectations: readonly Expectation[],
  statusOn: string,
  words: Words,
): ReportExpectation[] {
  return expectations
    .filter(({ client_visible }) => client_visible)
    .flatMap((expectation): ReportExpectation[] => {
      const { id, no, key_date_on, actual_percent } = expectation;
      const text = words(id, filled(expectation.client_text) ?? expectation.text);
      if (text === null) return [];
      return [
        { id, no, text, due_on: key_date_on, percent: actual_percent, state: stateOf(expectation, statusOn) },
      ];
    })
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.no - b.no);
}

const KINDS: readonly ReportValue['kind'][] = ['economic', 'social', 'efficiency', 'process'];

/** G12: what the client gains, by its kind. */
export function composeValues(values: readonly RecordOf<'value_statement'>[], words: Words): ReportValue[] {
  return values
    .filter(({ client_visible }) => client_visible)
    .flatMap(({ id, kind, client_text, text: own }): ReportValue[] => {
      const text = words(id, filled(client_text) ?? own);
      return text === null ? [] : [{ id, kind, text }];
    })
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    );
}
