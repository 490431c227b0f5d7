/** What a project's client expects: register, analysis, causes, gap, demonstrations, values, cases. */

export { ExpectationsScreen } from './ExpectationsScreen.tsx';
export { FishboneLinks, type FishboneLinksProps } from './FishboneLinks.tsx';
