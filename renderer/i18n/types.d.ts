import 'i18next';
import type { Catalogue } from '#shared/i18n/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Catalogue;
    returnNull: false;
    strictKeyChecks: true;
  }
}
