import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { createI18n } from '#renderer/i18n/index.ts';
import { compose } from '#test/support/compose.ts';
import { Button, DateField, Dialog, MoneyField, NumberField, TextField, UiProvider } from './index.ts';

interface Values {
  readonly name: string;
  readonly money: number | null;
  readonly date: string | null;
  readonly count: number;
}

function Form({ onDone }: { readonly onDone: (values: Values) => void }) {
  const [values, setValues] = useState<Values>({ name: '', money: null, date: null, count: 1 });
  const set = (patch: Partial<Values>) => setValues((all) => ({ ...all, ...patch }));
  return (
    <Dialog
      open
      title="收款"
      onClose={() => {}}
      onSubmit={() => onDone(values)}
      actions={
        <>
          <Button>取消</Button>
          <Button look="primary" onPress={() => onDone(values)}>
            记下
          </Button>
        </>
      }
    >
      <TextField label="名称" value={values.name} onChange={(name) => set({ name })} />
      <MoneyField label="金额" currency="CNY" value={values.money} onChange={(money) => set({ money })} />
      <DateField label="日期" value={values.date} onChange={(date) => set({ date })} />
      <NumberField label="次数" value={values.count} onChange={(count) => set({ count })} />
    </Dialog>
  );
}

async function open() {
  const done = vi.fn<(values: Values) => void>();
  await render(
    <I18nextProvider i18n={createI18n('zh-CN')}>
      <UiProvider today="2026-11-21" density="normal">
        <Form onDone={done} />
      </UiProvider>
    </I18nextProvider>,
  );
  return done;
}
const field = (name: string) => page.getByRole('textbox', { name });
const SUBMIT = '{Control>}{Enter}{/Control}';

afterEach(cleanup);

describe('Ctrl+Enter in a dialog', () => {
  it.each([
    ['金额', '12.5万', { money: 12_500_000 }],
    ['日期', '11/28', { date: '2026-11-28' }],
    ['次数', '7', { count: 7 }],
    ['名称', '预付款', { name: '预付款' }],
  ])('takes over what is typed in %s before it acts, and the focus stays', async (name, text, taken) => {
    const done = await open();
    await field(name).fill(text);
    await userEvent.keyboard(SUBMIT);
    expect(done).toHaveBeenCalledTimes(1);
    expect(done.mock.calls[0]?.[0]).toMatchObject(taken);
    await expect.element(field(name)).toHaveFocus();
  });

  it.each([
    ['金额', '十二点'],
    ['日期', '昨天的昨天'],
  ])('does not act on %s that is not understood: the field says what it needs', async (name, text) => {
    const done = await open();
    await field(name).fill(text);
    await userEvent.keyboard(SUBMIT);
    expect(done).not.toHaveBeenCalled();
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(name)).toHaveValue(text);
  });

  it('leaves Enter to an input method that composes', async () => {
    const done = await open();
    await field('金额').click();
    const composing = await compose('12wan', '12万');
    await userEvent.keyboard('{Control>}');
    await composing.press('Enter');
    await userEvent.keyboard('{/Control}');
    expect(done).not.toHaveBeenCalled();
    await composing.finish();
    await userEvent.keyboard(SUBMIT);
    await expect.poll(() => done.mock.calls[0]?.[0]).toMatchObject({ money: 12_000_000 });
  });
});

describe('the affirmative button of a dialog', () => {
  it('does not act over an amount that was not understood, and leads back to it', async () => {
    const done = await open();
    await field('金额').fill('十二点');
    await field('名称').fill('预付款');
    await page.getByRole('button', { name: '记下' }).click();
    expect(done).not.toHaveBeenCalled();
    await expect.element(field('金额')).toHaveFocus();
    await field('金额').fill('12');
    await page.getByRole('button', { name: '记下' }).click();
    // The line below the field stays as high when the field is left: the button must not slip away from the press.
    expect(done.mock.calls[0]?.[0]).toMatchObject({ name: '预付款', money: 1_200 });
  });
});
