import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { create } from 'zustand';
import type { Route, RouteName } from '../state/route.ts';

type RouteOf<Name extends RouteName> = Extract<Route, { readonly name: Name }>;
type ScreenModule<Name extends RouteName> = {
  readonly default: ComponentType<{ readonly route: RouteOf<Name> }>;
};
export type Screen = LazyExoticComponent<ComponentType<{ readonly route: Route }>>;

export const useScreens = create<Readonly<Partial<Record<RouteName, Screen>>>>(() => ({}));

/** A feature says which screen shows a route; it is loaded when first visited. */
export function registerScreen<Name extends RouteName>(
  name: Name,
  load: () => Promise<ScreenModule<Name>>,
): void {
  // The outlet looks the screen up by the route's own name, which is what makes the props fit.
  const screen = lazy(load) as unknown as Screen;
  useScreens.setState({ [name]: screen });
}
