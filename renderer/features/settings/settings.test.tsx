import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type FakeHost, installFakeHost } from '#test/support/fakeHost.ts';
import { findings, show } from '#test/support/screens.tsx';
import { Onboarding } from '../onboarding/public.ts';
import { fitInto, readLogo } from './logo.ts';
import { SettingsScreen } from './public.ts';

let core: FakeHost;
beforeEach(() => {
  core = installFakeHost();
});

const withBackup = (days: number) => {
  const state = core.answers['app.state']?.({} as never) as object;
  core.answers['app.state'] = () => ({
    ...state,
    lastBackup: { createdAt: '2026-11-01T08:00:00.000Z', ageMs: days * 86_400_000, missing: [] },
  });
};

async function picture(type: string, width: number, height: number): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  context?.fillRect(0, 0, width / 2, height / 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  return new File([blob ?? new Blob()], 'logo', { type });
}

describe('settings', () => {
  it.each([
    ['zh-CN', 'dark'],
    ['zh-TW', 'light'],
    ['en', 'light'],
  ] as const)('have no accessibility finding in %s, %s', async (locale, theme) => {
    core.put('company', { name: 'Li Electric' });
    await show(<SettingsScreen />, locale, theme);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it.each([
    [3, 'good'],
    [8, 'warn'],
    [31, 'bad'],
  ])('a backup %i days old is shown as %s', async (days, tone) => {
    withBackup(days);
    await show(<SettingsScreen />);
    const badge = page.getByText(/^Last backup/);
    await expect.element(badge).toBeVisible();
    expect(badge.element().parentElement?.className).toContain(tone);
  });

  it('take effect at once', async () => {
    await show(<SettingsScreen />);
    await page.getByText('Dark', { exact: true }).click();
    await page.getByLabelText('Your name').fill('Li');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => core.asked('prefs.set')).toEqual([{ theme: 'dark' }, { userName: 'Li' }]);
  });
});

describe('a logo', () => {
  it('keeps its shape and is never enlarged', () => {
    expect(fitInto(1440, 360)).toEqual({ width: 720, height: 180 });
    expect(fitInto(360, 1440)).toEqual({ width: 90, height: 360 });
    expect(fitInto(10, 10)).toEqual({ width: 10, height: 10 });
  });

  it('is made small, and what is no picture is refused', async () => {
    const png = await readLogo(await picture('image/png', 2000, 1000));
    expect(png).toMatchObject({ ok: true, dataUrl: expect.stringMatching(/^data:image\/png;base64,/) });
    const jpeg = await readLogo(await picture('image/jpeg', 100, 100));
    expect(jpeg).toMatchObject({ ok: true, dataUrl: expect.stringMatching(/^data:image\/jpeg;base64,/) });
    expect(await readLogo(new File(['x'], 'a.gif', { type: 'image/gif' }))).toEqual({
      ok: false,
      problem: 'type',
    });
    expect(await readLogo(new File(['x'], 'a.png', { type: 'image/png' }))).toEqual({
      ok: false,
      problem: 'unreadable',
    });
  });
});

describe('the first run', () => {
  const next = () => page.getByRole('button', { name: 'Next' }).click();

  it('asks three questions, can go back, and stores the answers', async () => {
    let done = 0;
    await show(
      <Onboarding
        onDone={() => {
          done += 1;
        }}
      />,
    );
    await page.getByText('English').click();
    await next();
    await page.getByLabelText(/What is your company called/).fill('Li Electric');
    await next();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(page.getByLabelText(/What is your company called/)).toHaveValue('Li Electric');
    expect(await findings()).toEqual([]);
    await next();
    await page.getByText('From scratch').click();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => done).toBe(1);
    expect(core.asked('company.create')).toEqual([{ values: { name: 'Li Electric', logo: null } }]);
    expect(core.asked('prefs.set').at(-1)).toMatchObject({ onboarded: true });
  });

  it('stays where it is and says why if the sample cannot be made', async () => {
    core.answers['sample.create'] = () => {
      throw { code: 'STORE_FULL', args: {} };
    };
    await show(<Onboarding onDone={() => {}} />);
    await next();
    await next();
    await page.getByRole('button', { name: 'Start' }).click();
    await expect.element(page.getByText(/disk is full/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Start' })).toBeEnabled();
  });
});
