import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { placeTouchShields } from './glass-shields.ts';
import { MM, pxOf } from './glass-lengths.ts';
import { CALM_MS, createPressGuard, SLOW_HAND_CALM_MS, type PressGuard } from './press-guard.ts';

const Guard = createContext<PressGuard | null>(null);
export const PressGuardProvider = Guard.Provider;
/** Null where presses are not guarded. */
export const useGuard = (): PressGuard | null => useContext(Guard);

export interface GlassState {
  /** Differs when the screen shows something else. */
  readonly screenKey: string;
  readonly slowHand: boolean;
  /** A double tap was detected. */
  readonly onDoubled: () => void;
}

/** Tracks every finger on the screen, and covers the places where presses are ignored. */
export function usePressGuard({ screenKey, slowHand, onDoubled }: GlassState): PressGuard {
  const calmMs = useRef(CALM_MS);
  const doubled = useEffectEvent(onDoubled);
  // oxlint-disable-next-line react/refs -- it is read when a finger comes, never while rendering
  const [guard] = useState(() =>
    createPressGuard(() => ({
      nearPx: pxOf(MM.near),
      tremblePx: pxOf(MM.tremble),
      calmMs: calmMs.current,
    })),
  );
  const updateShields = useRef<(() => void) | null>(null);
  const keyBefore = useRef(screenKey);

  useLayoutEffect(() => {
    calmMs.current = slowHand ? SLOW_HAND_CALM_MS : CALM_MS;
    // The first screen appeared without a touch.
    if (keyBefore.current !== screenKey) guard.changed(performance.now());
    keyBefore.current = screenKey;
    updateShields.current?.();
  }, [guard, screenKey, slowHand]);

  useEffect(() => {
    const shields = placeTouchShields(guard);
    updateShields.current = shields.update;
    const pressed = ({ pointerId, clientX: x, clientY: y, timeStamp }: PointerEvent): void => {
      guard.pressed(pointerId, { x, y }, timeStamp);
      if (guard.isRepetition(pointerId)) doubled();
      shields.update();
    };
    const moved = ({ pointerId, clientX: x, clientY: y, timeStamp }: PointerEvent): void =>
      guard.moved(pointerId, { x, y }, timeStamp);
    const lifted = ({ pointerId, timeStamp }: PointerEvent): void => {
      guard.lifted(pointerId, timeStamp);
      // After the button's own handler.
      setTimeout(shields.update);
    };
    addEventListener('pointerdown', pressed, { capture: true });
    addEventListener('pointermove', moved, { capture: true, passive: true });
    addEventListener('pointerup', lifted, { capture: true });
    addEventListener('pointercancel', lifted, { capture: true });
    return () => {
      removeEventListener('pointerdown', pressed, { capture: true });
      removeEventListener('pointermove', moved, { capture: true });
      removeEventListener('pointerup', lifted, { capture: true });
      removeEventListener('pointercancel', lifted, { capture: true });
      updateShields.current = null;
      shields.remove();
    };
  }, [guard]);

  return guard;
}
