/** What a project's client expects: register, analysis, causes, gap, demonstrations, values, cases. */

export { ExpectationsScreen, type ExpectationsScreenProps } from './ExpectationsScreen.tsx';
export { FishboneLinks, type FishboneLinksProps } from './FishboneLinks.tsx';
