import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface DockPlaces {
  /** Where a screen is left: back, or done with. */
  readonly start: HTMLElement | null;
  /** Where it goes on: a number is taken only here. */
  readonly end: HTMLElement | null;
}

const Places = createContext<DockPlaces>({ start: null, end: null });
export const DockProvider = Places.Provider;

export interface DockProps {
  readonly side: keyof DockPlaces;
  readonly children: ReactNode;
}

/**
 * Buttons of a screen that lie in the row at the bottom of the glass. What leaves a screen and what goes on from it
 * never share a place, so that a press that comes twice does nothing of the other kind.
 */
export function Dock({ side, children }: DockProps) {
  const place = useContext(Places)[side];
  return place && createPortal(children, place);
}
