import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings, show } from '#test/support/screens.tsx';
import { ExportMenu } from './public.ts';

type End =
  | { readonly type: 'task.done'; readonly value: unknown }
  | { readonly type: 'task.failed'; readonly err: unknown };

interface Asked {
  readonly channel: string;
  readonly input: Record<string, unknown>;
}

let asked: Asked[];
/** What becomes of the job; null: it goes on until it is cancelled. */
let end: End | null;

beforeEach(() => {
  asked = [];
  end = { type: 'task.done', value: { name: '滨江大厦.xml', lost: {} } };
  let listener: (json: string) => void = () => {};
  let n = 0;
  const push = (event: object) => {
    n += 1;
    listener(JSON.stringify({ ...event, n }));
  };
  const answer = (channel: string, input: Record<string, unknown>): unknown => {
    const taskId = 'tsk_1';
    if (channel === 'task.cancel') {
      push({ type: 'task.failed', taskId: input['taskId'], err: { code: 'CANCELLED', args: {} } });
      return {};
    }
    if (channel !== 'export.file') return {};
    setTimeout(() => {
      push({ type: 'task.progress', taskId, fraction: 0.5, stage: 'write' });
      if (end) push({ ...end, taskId });
    }, 20);
    return { taskId };
  };
  Object.assign(window, {
    host: {
      request: async (json: string) => {
        const { channel, input } = JSON.parse(json) as Asked;
        asked.push({ channel, input });
        return JSON.stringify({ ok: true, value: answer(channel, input) });
      },
      subscribe: (given: (json: string) => void) => {
        listener = given;
        return () => {};
      },
      info: { kind: 'test', platform: 'linux', nativeDialogs: true, preferredLanguages: ['en'] },
    },
  });
});

const open = async () => {
  await userEvent.click(page.getByRole('button', { name: 'Export…' }));
  await expect.element(page.getByRole('menu', { name: 'Export…' })).toBeVisible();
};

describe('the export of a project', () => {
  it('offers the three kinds of files and saves the chosen one', async () => {
    await show(<ExportMenu projectId="prj_1" />);
    await open();
    expect(page.getByRole('menuitem').elements()).toHaveLength(3);
    expect(await findings()).toEqual([]);
    await userEvent.click(page.getByRole('menuitem', { name: 'GanttProject (.gan)' }));
    await expect.element(page.getByText('“滨江大厦.xml” was saved.')).toBeVisible();
    expect(asked.find(({ channel }) => channel === 'export.file')?.input).toEqual({
      projectId: 'prj_1',
      format: 'gan',
    });
    expect(page.getByRole('dialog').elements()).toHaveLength(0);
  });

  it('works with the keyboard alone', async () => {
    await show(<ExportMenu projectId="prj_1" />);
    const button = page.getByRole('button', { name: 'Export…' });
    await expect.element(button).toBeVisible();
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect
      .poll(() => asked.find(({ channel }) => channel === 'export.file')?.input['format'])
      .toBe('ics');
  });

  it('says what the format has no room for, and how often', async () => {
    end = { type: 'task.done', value: { name: 'a.gan', lost: { constraints: 7, deadlines: 1 } } };
    await show(<ExportMenu projectId="prj_1" />);
    await open();
    await userEvent.click(page.getByRole('menuitem', { name: 'GanttProject (.gan)' }));
    await expect
      .element(page.getByRole('dialog', { name: 'What this format has no room for' }))
      .toBeVisible();
    await expect.element(page.getByText('Deadlines: 1')).toBeVisible();
    expect(await findings()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Close' }).last());
    await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
  });

  it('shows a long one with its progress and can be cancelled', async () => {
    end = null;
    await show(<ExportMenu projectId="prj_1" />);
    await open();
    await userEvent.click(page.getByRole('menuitem', { name: 'Microsoft Project XML (.xml)' }));
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    expect(await findings()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
    expect(asked.some(({ channel }) => channel === 'task.cancel')).toBe(true);
  });

  it('tells why a file was not written', async () => {
    end = { type: 'task.failed', err: { code: 'EXPORT_WRITE_FAILED', args: { name: 'a.xml' } } };
    await show(<ExportMenu projectId="prj_1" />);
    await open();
    await userEvent.click(page.getByRole('menuitem', { name: 'Microsoft Project XML (.xml)' }));
    await expect.element(page.getByText(/The file was not written/)).toBeVisible();
  });
});
