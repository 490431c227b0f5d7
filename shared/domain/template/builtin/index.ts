/** Templates that come along, in three languages. Pure. */
import type { Locale } from '../../../i18n/types.ts';
import type { TemplateDefinition } from '../definition.ts';
import { buildTemplate, type Outline, type Words } from './build.ts';
import { fitOut, fitOutWords } from './fitOut.ts';
import { pumpStation, pumpStationWords } from './pumpStation.ts';
import { software, softwareWords } from './software.ts';

export const BUILTIN_TEMPLATES = ['pumpStation', 'fitOut', 'software'] as const;
export type BuiltinTemplate = (typeof BUILTIN_TEMPLATES)[number];

export const builtinSources: Readonly<
  Record<BuiltinTemplate, { readonly outline: Outline; readonly words: Readonly<Record<Locale, Words>> }>
> = {
  pumpStation: { outline: pumpStation, words: pumpStationWords },
  fitOut: { outline: fitOut, words: fitOutWords },
  software: { outline: software, words: softwareWords },
};

/** One of the templates that come along, in a language. */
export function builtinTemplate(
  key: BuiltinTemplate,
  language: Locale,
): { readonly name: string; readonly description: string; readonly definition: TemplateDefinition } {
  const { outline, words } = builtinSources[key];
  const { name, description } = words[language];
  return { name, description, definition: buildTemplate(outline, words[language]) };
}
