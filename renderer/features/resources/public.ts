export { ResourcesScreen } from './ResourcesScreen.tsx';
export { TaskResources } from './TaskResources.tsx';
