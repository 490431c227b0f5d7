import type { LOCALES } from '#shared/model/entities/client.ts';
import type { SampleContent } from './content.ts';
import { content as en } from './en/index.ts';
import { content as cn } from './zh-CN/index.ts';
import { content as tw } from './zh-TW/index.ts';

export type SampleLocale = (typeof LOCALES)[number];

export const contents: Readonly<Record<SampleLocale, SampleContent>> = { 'zh-CN': cn, 'zh-TW': tw, en };
