import { describe, expect, it } from 'vitest';
import type { RecordOf } from '#shared/model/registry.ts';
import { composePromises } from './promises.ts';
import { wordsOf } from './wording.ts';

const frame = {
  period: { from: '2026-11-14', to: '2026-11-20' },
  next: { from: '2026-11-21', to: '2026-11-27' },
  statusOn: '2026-11-20',
};
const promise = (values: Partial<RecordOf<'promise'>>): RecordOf<'promise'> =>
  ({
    id: `prm_${values.no ?? 1}`,
    no: 1,
    text: '内部说法',
    client_text: null,
    client_visible: true,
    status: 'made',
    due_on: '2026-11-25',
    first_due_on: null,
    settled_on: null,
    ...values,
  }) as RecordOf<'promise'>;
const states = (...list: RecordOf<'promise'>[]) =>
  composePromises(list, frame, wordsOf({})).map(({ no, state }) => [no, state]);

describe('promises in a report (P2, O9)', () => {
  it('are those due until the next report and those settled in the period, MS-5', () => {
    expect(
      states(
        promise({ no: 1 }),
        promise({ no: 2, due_on: '2026-11-30' }),
        promise({ no: 3, status: 'kept', due_on: '2026-11-18', settled_on: '2026-11-17' }),
        promise({ no: 4, status: 'kept', due_on: '2026-11-01', settled_on: '2026-11-02' }),
        promise({ no: 5, status: 'renegotiated', due_on: '2026-11-26' }),
        promise({ no: 6, due_on: null }),
      ),
    ).toEqual([
      [3, 'kept'],
      [1, 'open'],
      [5, 'moved'],
    ]);
  });

  it('do not hide what was not kept (P1)', () => {
    expect(
      states(
        promise({ no: 1, due_on: '2026-11-10' }),
        promise({ no: 2, status: 'broken', due_on: '2026-11-16', settled_on: '2026-11-17' }),
        promise({ no: 3, status: 'kept', due_on: '2026-11-16', settled_on: '2026-11-18' }),
      ),
    ).toEqual([
      [1, 'late'],
      [2, 'broken'],
      [3, 'kept_late'],
    ]);
  });

  it('say what is meant for the client, and nothing of what is internal (O7)', () => {
    const told = composePromises(
      [promise({ no: 1, client_text: '周三给您报价' }), promise({ no: 2, client_visible: false })],
      frame,
      wordsOf({}),
    );
    expect(told).toMatchObject([{ text: '周三给您报价' }]);
  });
});
