/** Large text, long words and narrow windows: nothing is cut, broken or pushed over the edge. */
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { createI18n } from '#renderer/i18n/index.ts';
import { Button, Card, type Column, DataGrid, EmptyState, Segmented, UiProvider } from './index.ts';

afterEach(() => document.documentElement.style.removeProperty('--text-scale'));

async function show(width: number, content: ReactNode) {
  const screen = await render(
    <I18nextProvider i18n={createI18n('en')}>
      <UiProvider today="2026-11-22">
        <div data-testid="box" style={{ inlineSize: width, blockSize: 300 }}>
          {content}
        </div>
      </UiProvider>
    </I18nextProvider>,
  );
  const box = screen.getByTestId('box');
  await expect.element(box).toBeVisible();
  return { screen, box: box.element() as HTMLElement };
}

interface Row {
  readonly id: string;
  readonly day: string;
}

function Days({ onWidth }: { readonly onWidth: (width: number) => void }) {
  const [width, setWidth] = useState(100);
  const columns: Column<Row>[] = [
    { id: 'day', header: 'Day', width, text: (row) => row.day },
    { id: 'rest', header: 'Rest', width: 50, grow: true, text: () => '' },
  ];
  return (
    <DataGrid
      label="Days"
      columns={columns}
      rows={[{ id: 'a', day: '2026-11-22 Sun' }]}
      rowId={(row) => row.id}
      selection={new Set()}
      onSelectionChange={() => undefined}
      onResize={(_, next) => {
        setWidth(next);
        onWidth(next);
      }}
    />
  );
}

test('columns of a grid grow with the text size, and a dragged width is kept as that at 100 %', async () => {
  document.documentElement.style.setProperty('--text-scale', '1.3');
  const widths: number[] = [];
  const { screen } = await show(600, <Days onWidth={(width) => widths.push(width)} />);
  const head = screen.getByRole('columnheader', { name: 'Day' }).element();
  expect(head.getBoundingClientRect().width).toBeCloseTo(130, 0);
  const grip = head.querySelector('span[aria-hidden="true"]:last-child');
  if (!(grip instanceof HTMLElement)) throw new Error('no grip');
  const at = (type: string, clientX: number) =>
    grip.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX, pointerId: 1, button: 0 }));
  grip.setPointerCapture = () => undefined;
  at('pointerdown', 130);
  at('pointermove', 195);
  at('pointerup', 195);
  expect(widths).toEqual([150]);
  await expect.poll(() => head.getBoundingClientRect().width).toBeCloseTo(195, 0);
});

test('a choice of long words goes on in the next line', async () => {
  const options = ['People, machine, material, method', 'Staff, technology, resources, process'].map(
    (label, at) => ({ id: String(at), label }),
  );
  const { box } = await show(
    300,
    <Segmented label="Branches" options={options} value="0" onChange={() => undefined} />,
  );
  expect(box.scrollWidth).toBeLessThanOrEqual(300);
});

test('the commands of a card go below its title when there is no room', async () => {
  const actions = (
    <>
      <Button>Go on to Acceptance</Button>
      <Button>Other stage…</Button>
    </>
  );
  const { box } = await show(
    280,
    <Card title="Stage: Execution" actions={actions}>
      x
    </Card>,
  );
  expect(box.scrollWidth).toBeLessThanOrEqual(280);
});

test('a date in an empty place stays on one line', async () => {
  const { screen, box } = await show(600, <EmptyState text="Nothing has to happen by 2026-11-29 or so." />);
  for (let width = 90; width < 300; width += 7) {
    box.style.inlineSize = `${width}px`;
    const text = screen.getByText(/Nothing/).element().firstChild;
    const from = text?.textContent?.indexOf('2026') ?? -1;
    const range = document.createRange();
    if (!text) throw new Error('no text');
    range.setStart(text, from);
    range.setEnd(text, from + '2026\u2060-\u206011\u2060-\u206029'.length);
    expect(new Set([...range.getClientRects()].map(({ top }) => top)).size, `${width} px`).toBe(1);
  }
});
