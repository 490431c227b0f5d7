import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { createI18n, fixedT } from '#renderer/i18n/index.ts';
import { documentOf, facts, heading, list, signatures, table } from '#shared/domain/documents/blocks.ts';
import type { Block, DocumentPrint } from '#shared/domain/documents/content.ts';
import { DocumentSheets } from './DocumentSheets.tsx';

async function show(blocks: readonly Block[], change: Partial<DocumentPrint> = {}, landscape = false) {
  const content = documentOf(
    {
      kind: 'requirements',
      language: 'zh-CN',
      audience: 'client',
      title: '需求清单',
      paper: landscape ? 'landscape' : 'portrait',
    },
    blocks,
  );
  const frame = {
    company: null,
    client: '启元科技',
    project: '展厅改造',
    prepared_by: null,
    dated: '2026-11-21',
    no: 1,
    issue: 2,
    code: 'MP-7K3D-9A',
  };
  const print: DocumentPrint = {
    kind: 'document',
    content,
    frame,
    sha256: 'ab'.repeat(32),
    signatures: [],
    ...change,
  };
  const t = fixedT(createI18n('zh-CN'), 'zh-CN');
  let pages = 0;
  const screen = await render(<DocumentSheets print={print} t={t} onPages={(count) => (pages = count)} />);
  await expect.poll(() => pages, { timeout: 15_000 }).toBeGreaterThan(0);
  const sheets = [...screen.container.querySelectorAll<HTMLElement>('.rp-sheet')];
  for (const sheet of sheets) {
    const body = sheet.querySelector<HTMLElement>('.rp-body');
    expect(body?.scrollHeight ?? 1e9).toBeLessThanOrEqual((body?.clientHeight ?? 0) + 1);
  }
  return { sheets, pages };
}

const LONG = Array.from({ length: 300 }, (_, n) => `第${n}句：现场情况与处理经过。`).join('');

test('a table with cells longer than a page goes on, and every character is on paper once', async () => {
  const rows = [{ id: 'a', cells: ['REQ-1', LONG, LONG.replaceAll('第', '另')] }];
  const { sheets, pages } = await show([
    table(
      't',
      '需求',
      [
        ['编号', 1],
        ['需求', 4],
        ['说明', 2],
      ],
      rows,
      '',
    ),
  ]);
  expect(pages).toBeGreaterThan(3);
  const column = (n: number) =>
    sheets
      .flatMap((sheet) =>
        [...sheet.querySelectorAll(`tbody tr > :nth-child(${n})`)].map((cell) => cell.textContent),
      )
      .join('');
  expect(column(2)).toBe(LONG);
  expect(column(3)).toBe(LONG.replaceAll('第', '另'));
});

test('a fact of many pages is cut between lines, on upright and on long sheets', async () => {
  for (const landscape of [false, true]) {
    const { pages } = await show([heading('h', '说明'), ...facts('f', [['备注', LONG]])], {}, landscape);
    expect(pages).toBeGreaterThan(1);
  }
});

test('unsigned boxes have lines, code and hash; a signature shows name, role, time and seal (MS-3)', async () => {
  const sign = signatures('s', '双方确认。', [
    ['client', '客户方'],
    ['own', '我方'],
  ]);
  const { sheets } = await show([sign], {
    signatures: [
      {
        side: 'client',
        name: '李文博',
        role: '总监',
        method: 'paper',
        signed_at: '2026-11-21 14:05',
        image: null,
        seal: 'cd'.repeat(32),
      },
    ],
  });
  const boxes = [...(sheets[0]?.querySelectorAll('.dp-sign') ?? [])].map((box) => box.textContent);
  expect(boxes[0]).toContain('李文博');
  expect(boxes[0]).toContain('2026-11-21 14:05');
  expect(boxes[0]).toContain('cd'.repeat(32));
  expect(boxes[1]).toContain('姓名');
  expect(sheets[0]?.querySelector('.dp-proof')?.textContent).toContain('ab'.repeat(32));
  expect(sheets[0]?.querySelector('.rp-foot')?.textContent).toContain('MP-7K3D-9A');
});

test('without a firm there is no band: who writes is named as far as it is known, on every page', async () => {
  const { sheets } = await show([heading('h', '说明'), ...facts('f', [['备注', LONG]])]);
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets[0]?.querySelector('.rp-head')).toBeNull();
  expect(sheets[1]?.querySelector('.rp-running-firm')).toBeNull();
  const written = {
    client: '启元科技',
    project: null,
    dated: '2026-11-21',
    no: 1,
    issue: 1,
    code: 'MP-7K3D-9A',
  };
  const own = await show([heading('h', '说明')], {
    frame: { ...written, company: null, prepared_by: '王磊' },
  });
  const head = own.sheets[0]?.querySelector('.rp-head');
  expect(head?.textContent).toBe('王磊');
  expect(getComputedStyle(head as Element).borderBlockEndStyle).toBe('none');
});

test('signatures never stand on a page without words of what is signed (MS-3)', async () => {
  const sign = signatures('s', '双方确认。', [
    ['client', '客户方'],
    ['own', '我方'],
  ]);
  for (let lines = 20; lines < 48; lines += 3) {
    const rows = Array.from({ length: lines }, (_, n) => `第${n + 1}项`);
    const { sheets } = await show([
      heading('l:head', '范围'),
      list('l', rows),
      heading('s:head', '双方签署'),
      sign,
    ]);
    const page = sheets.find((sheet) => sheet.querySelector('.dp-signs'));
    expect(page?.querySelectorAll('.dp-list-item').length, `${lines} lines`).toBeGreaterThan(0);
    // And nothing of a list stands alone at the head or the foot of a page.
    for (const sheet of sheets) expect(sheet.querySelectorAll('.dp-list-item').length).not.toBe(1);
  }
});

test('however long the title, the number and version on the later pages are whole', async () => {
  const { sheets } = await show([...facts('f', [['备注', LONG]])], {
    content: documentOf(
      {
        kind: 'requirements',
        language: 'en',
        audience: 'client',
        title: 'Clinic fit-out and services '.repeat(9),
      },
      facts('f', [['Note', LONG]]),
    ),
  });
  const title = sheets[1]?.querySelector('.rp-running-title');
  const number = title?.lastElementChild;
  expect(number?.textContent).not.toBe('');
  expect((number as HTMLElement).scrollWidth).toBeLessThanOrEqual((number as HTMLElement).clientWidth + 1);
  expect(number?.getBoundingClientRect().right).toBeLessThanOrEqual(
    (title?.getBoundingClientRect().right ?? 0) + 1,
  );
});

test('a long title is whole at the head of the next page, and no line of it ends inside a hyphenated word', async () => {
  const title = 'Harbourside Dental: clinic fit-out and building services: requirements';
  const content = documentOf({ kind: 'requirements', language: 'en', audience: 'client', title }, [
    ...Array.from({ length: 60 }, (_, n) => heading(`h${n}`, `Part ${n}`)),
  ]);
  const company = { name: 'Wardle & Finch Fit-out Ltd', address: null, phone: null, email: null };
  const { sheets } = await show([], {
    content,
    frame: {
      company: { ...company, tax_no: null, logo: null },
      client: 'Harbourside',
      project: null,
      prepared_by: null,
      dated: '2026-11-21',
      no: 1,
      issue: 1,
      code: null,
    },
  });
  const name = sheets[1]?.querySelector<HTMLElement>('.rp-running-name');
  expect(name?.textContent).toBe(title);
  expect(name?.scrollWidth).toBeLessThanOrEqual(name?.clientWidth ?? 0);
  const h1 = sheets[0]?.querySelector<HTMLElement>('h1');
  expect(h1?.textContent).toBe(title);
  const word = h1?.querySelector('.rp-word');
  expect(word?.textContent).toBe('fit-out');
  if (h1) h1.style.inlineSize = '20mm';
  expect(word?.getClientRects()).toHaveLength(1);
});
