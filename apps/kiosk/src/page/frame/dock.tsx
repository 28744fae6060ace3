import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface DockPlaces {
  /** The slot for buttons that leave a screen: back or done. */
  readonly start: HTMLElement | null;
  /** The slot for buttons that continue: a number is taken only here. */
  readonly end: HTMLElement | null;
}

const Places = createContext<DockPlaces>({ start: null, end: null });
export const DockProvider = Places.Provider;

export interface DockProps {
  readonly side: keyof DockPlaces;
  readonly children: ReactNode;
}

/**
 * Places a screen's buttons in the bottom row. Leaving and continuing never share a place, so that
 * a double tap cannot trigger the opposite action.
 */
export function Dock({ side, children }: DockProps) {
  const place = useContext(Places)[side];
  return place && createPortal(children, place);
}
