import { expect, test } from 'vitest';
import { kindSpec } from '#main/app/document/kinds/index.ts';
import { DOCUMENT_ABOUT, kindsAbout } from '#shared/domain/documents/about.ts';
import { DOCUMENT_KINDS } from '#shared/model/entities/agreement.ts';
import { entityOf } from '#shared/model/registry.ts';

test('every kind of document is about the record its composer reads, and every panel of such a record offers it (Y)', () => {
  expect(Object.keys(DOCUMENT_ABOUT).sort()).toEqual([...DOCUMENT_KINDS].sort());
  for (const kind of DOCUMENT_KINDS) {
    expect(kindSpec(kind).subject, kind).toBe(DOCUMENT_ABOUT[kind]);
  }
  expect(kindsAbout('contract').sort()).toEqual(['clause_check', 'payment_plan']);
});

test('what the domain asks a file for has a place for files (B3, E3, F7, D17, D18, G4)', () => {
  for (const [type, kind] of [
    ['comm_log', 'photo'],
    ['payment_stage', 'voucher'],
    ['receipt', 'voucher'],
    ['cost_entry', 'voucher'],
    ['extra_fee', 'voucher'],
    ['requirement', 'requirement_document'],
    ['contract', 'contract'],
    ['benchmark', 'file'],
    ['rectification', 'photo'],
    ['meeting', 'file'],
  ] as const)
    expect(entityOf(type).files, type).toBe(kind);
});
