/** Every screen: in three languages switched while it is shown, in both themes, clean for axe, and quiet. */
import { afterEach, expect, test } from 'vitest';
import { foreignCharacters } from '#build/scripts/check-i18n.ts';
import { catalogues, type Locale, locales } from '#shared/i18n/index.ts';
import {
  axeFindings,
  openAt,
  type Place,
  placesOf,
  settled,
  unfinished,
  watch,
  wordsOf,
} from '#test/support/driving.ts';
import { type Launched, launchMilepost } from '#test/support/launch.ts';

let app: Launched | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const { inTaiwan, inMainland } = foreignCharacters();
/** Names of the languages stand in their own language everywhere. */
const LANGUAGE_NAMES = /简体中文|繁體中文/g;

/** Texts with characters that this language does not write. */
function foreign(words: readonly string[], locale: Locale): string[] {
  const odd = (text: string): boolean => {
    const rest = text.replace(LANGUAGE_NAMES, '');
    if (locale === 'en') return /\p{Script=Han}/u.test(rest);
    return [...rest].some((char) => (locale === 'zh-TW' ? inTaiwan : inMainland).has(char));
  };
  return words.filter(odd);
}

const labelOf = ({ name, section }: Place): string => (section === undefined ? name : `${name}/${section}`);

async function start(data: Locale): Promise<Launched> {
  const launched = await launchMilepost({
    lang: data,
    prepare: async (request) => {
      await request('prefs.set', { onboarded: true, language: data, theme: 'light' });
      await request('sample.create', { language: data });
      await expect.poll(async () => (await request('project.list', {})).length, { timeout: 30_000 }).toBe(1);
    },
  });
  app = launched;
  return launched;
}

async function sampleIds({ request }: Launched): Promise<[string, string]> {
  const [project] = await request('project.list', {});
  return [project?.client_id ?? '', project?.id ?? ''];
}

/** Every place and every tab is opened anew, three times in all. */
const SWEEP = { timeout: 900_000 } as const;

/** The theme axe looks at in a language: each theme once, and no screen a second time for it. */
const AXE_IN = { 'zh-CN': 'light', 'zh-TW': null, en: 'dark' } as const satisfies Record<
  Locale,
  'light' | 'dark' | null
>;

/** Shows a place in one language and switches to the other while it is shown. */
async function switchedAt(launched: Launched, place: Place, before: Locale, locale: Locale): Promise<void> {
  const { page, request } = launched;
  const todayIn = (language: Locale) =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: catalogues[language].shell.nav.today, exact: true })
      .waitFor();
  await request('prefs.set', { language: before });
  await openAt(launched, place);
  await todayIn(before);
  expect(unfinished(await wordsOf(page)), `${labelOf(place)} in ${before}`).toEqual([]);
  await request('prefs.set', { language: locale });
  await todayIn(locale);
  await settled(page);
}

test.each(locales)(
  'the window switched to %s speaks it on every screen and nothing else; each theme is clean for axe in one of them',
  SWEEP,
  async (locale) => {
    const launched = await start(locale);
    const theme = AXE_IN[locale];
    await launched.request('prefs.set', { theme: theme ?? 'light' });
    const before = locales[(locales.indexOf(locale) + 1) % locales.length] ?? 'en';
    const seen = await watch(launched);
    const findings: string[] = [];
    for (const place of placesOf(...(await sampleIds(launched)))) {
      await switchedAt(launched, place, before, locale);
      expect(await launched.page.evaluate(() => document.documentElement.lang)).toBe(locale);
      const words = await wordsOf(launched.page);
      expect(unfinished(words), labelOf(place)).toEqual([]);
      expect(foreign(words, locale), labelOf(place)).toEqual([]);
      if (theme === null) continue;
      expect(await launched.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
      for (const finding of await axeFindings(launched.page)) findings.push(`${labelOf(place)}: ${finding}`);
    }
    expect(findings).toEqual([]);
    expect(seen.problems()).toEqual([]);
  },
);

test('the window opens where it was left, however slow the machine is', async () => {
  const launched = await start('zh-CN');
  const [, projectId] = await sampleIds(launched);
  const session = await launched.page.context().newCDPSession(launched.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  for (const name of ['settings', 'plan', 'risks', 'settings'] as const)
    await openAt(launched, name === 'settings' ? { name } : { name, projectId });
});
