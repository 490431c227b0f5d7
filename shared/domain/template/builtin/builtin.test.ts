import { expect, it } from 'vitest';
import { locales } from '../../../i18n/types.ts';
import { templateSchema } from '../definition.ts';
import { BUILTIN_TEMPLATES, builtinSources, builtinTemplate } from './index.ts';

const cases = BUILTIN_TEMPLATES.flatMap((key) => locales.map((locale) => [key, locale] as const));

it.each(cases)('18: the template %s is complete in %s', (key, locale) => {
  const { lines, risks } = builtinSources[key].outline;
  const words = builtinSources[key].words[locale];
  expect(words.tasks).toHaveLength(lines.length);
  expect(words.risks).toHaveLength(risks.length);
  const who = lines.flatMap((line) => line.who ?? []);
  expect(Math.max(...who)).toBeLessThan(words.people.length);
  const scope = lines.flatMap((line) => line.scope ?? []);
  expect(Math.max(...scope)).toBeLessThan(words.scopeIn.length);
  const all = [words.name, words.description, ...words.tasks, ...words.people, ...words.risks];
  expect(all.filter((text) => text.trim() === '')).toEqual([]);
  const { definition } = builtinTemplate(key, locale);
  expect(templateSchema.safeParse(definition).success).toBe(true);
});

it.each(BUILTIN_TEMPLATES)('18: every task of %s hangs on the others, and links never point back', (key) => {
  const { definition } = builtinTemplate(key, 'en');
  const parents = new Set(definition.tasks.map((task) => task.parent));
  const leaves = definition.tasks.map((_, i) => i).filter((i) => !parents.has(i));
  const linked = new Set(definition.links.flatMap(({ from, to }) => [from, to]));
  expect(leaves.filter((i) => !linked.has(i))).toEqual([]);
  expect(definition.links.filter(({ from, to }) => from >= to)).toEqual([]);
  expect(definition.links.filter(({ from, to }) => parents.has(from) || parents.has(to))).toEqual([]);
});
