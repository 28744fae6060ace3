import { useCallback, useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { MM, pxOf } from './glass-lengths.ts';
import { useGuard } from './use-press-guard.ts';
import { Words } from '../text/words.tsx';

export interface PressProps {
  readonly onPress: () => void;
  readonly className: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** A key for which the next tap at the same place is intended. */
  readonly repeats?: boolean;
  readonly lang?: string;
  /** Used by tests and the shell to find the button. */
  readonly id?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

const HOLD_CHECK_INTERVAL_MS = 250;
/** The pointer that holds a button; a second finger is ignored meanwhile. */
let holder: number | null = null;

/** An accessible button: it acts when the finger leaves, after any time, and tolerates small movements. */
export function Press({
  onPress,
  className,
  disabled,
  pressed,
  repeats = false,
  lang,
  id,
  label,
  children,
}: PressProps) {
  const guard = useGuard();
  const [held, setHeld] = useState(false);
  const start = useRef<{ readonly pointer: number; readonly top: number } | null>(null);
  const letGo = useCallback(() => {
    if (start.current !== null && holder === start.current.pointer) holder = null;
    start.current = null;
  }, []);
  useEffect(() => letGo, [letGo]);
  useEffect(() => {
    if (!held || guard === null) return;
    const timer = setInterval(() => {
      const pointer = start.current?.pointer ?? null;
      if (pointer === null || !guard.isResting(pointer, performance.now())) return;
      letGo();
      setHeld(false);
    }, HOLD_CHECK_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [guard, held, letGo]);

  function down(event: PointerEvent<HTMLButtonElement>): void {
    const { pointerId, timeStamp, currentTarget, button } = event;
    if (holder !== null && guard?.isResting(holder, timeStamp) === true) holder = null;
    if (holder !== null || button !== 0 || guard?.counts(pointerId) === false) return;
    holder = pointerId;
    const { top } = currentTarget.getBoundingClientRect();
    start.current = { pointer: pointerId, top };
    currentTarget.setPointerCapture(pointerId);
    setHeld(true);
  }

  function up(event: PointerEvent<HTMLButtonElement>): void {
    const { pointerId, timeStamp } = event;
    if (start.current?.pointer !== pointerId) return;
    const place = event.currentTarget.getBoundingClientRect();
    const roomPx = pxOf(MM.tremble);
    const stayed = Math.abs(place.top - start.current.top) < roomPx;
    letGo();
    setHeld(false);
    if (!stayed || !isWithin(place, event, roomPx)) return;
    if (guard?.stillMeant(pointerId, timeStamp) === false) return;
    if (!repeats) guard?.acted(pointerId);
    onPress();
  }

  function lost(): void {
    letGo();
    setHeld(false);
  }

  return (
    <button
      type="button"
      className={className}
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={label}
      lang={lang}
      data-id={id}
      data-held={held || undefined}
      onPointerDown={down}
      onPointerUp={up}
      onPointerCancel={lost}
      // Keyboards and screen readers click without a pointer; a finger's press was handled when it left.
      onClick={({ detail }) => {
        if (detail === 0) onPress();
      }}
    >
      <Words>{children}</Words>
    </button>
  );
}

function isWithin(
  place: DOMRect,
  { clientX, clientY }: { clientX: number; clientY: number },
  roomPx: number,
): boolean {
  return (
    clientX >= place.left - roomPx &&
    clientX <= place.right + roomPx &&
    clientY >= place.top - roomPx &&
    clientY <= place.bottom + roomPx
  );
}
