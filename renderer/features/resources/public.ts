export { ResourcesScreen, type ResourcesScreenProps } from './ResourcesScreen.tsx';
export { TaskResources } from './TaskResources.tsx';
