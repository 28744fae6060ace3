import { useCallback, useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';

export interface PressProps {
  readonly onPress: () => void;
  readonly className: string;
  readonly disabled?: boolean;
  /** Keeps its place, unseen. */
  readonly hidden?: boolean;
  readonly pressed?: boolean;
  readonly lang?: string;
  /** What tests and the shell find it by. */
  readonly id?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** How far a trembling finger may slide off and still mean this button: 3.6 mm at 15.6 inches. */
const TREMBLE_PX = 20;
/** The pointer that holds a button; a second finger meanwhile means nothing. */
let holder: number | null = null;

/** A button for every hand: it acts when the finger leaves, after any time, with room to tremble. */
export function Press({
  onPress,
  className,
  disabled,
  hidden,
  pressed,
  lang,
  id,
  label,
  children,
}: PressProps) {
  const [held, setHeld] = useState(false);
  const start = useRef<{ readonly pointer: number; readonly top: number } | null>(null);
  const letGo = useCallback(() => {
    if (start.current !== null && holder === start.current.pointer) holder = null;
    start.current = null;
  }, []);
  useEffect(() => letGo, [letGo]);

  function down(event: PointerEvent<HTMLButtonElement>): void {
    if (holder !== null || event.button !== 0) return;
    holder = event.pointerId;
    const { top } = event.currentTarget.getBoundingClientRect();
    start.current = { pointer: event.pointerId, top };
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(true);
  }

  function up(event: PointerEvent<HTMLButtonElement>): void {
    if (start.current?.pointer !== event.pointerId) return;
    const place = event.currentTarget.getBoundingClientRect();
    const stayed = Math.abs(place.top - start.current.top) < TREMBLE_PX;
    letGo();
    setHeld(false);
    if (stayed && isNear(place, event)) onPress();
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
      hidden={hidden}
      aria-pressed={pressed}
      aria-label={label}
      lang={lang}
      data-id={id}
      data-held={held || undefined}
      onPointerDown={down}
      onPointerUp={up}
      onPointerCancel={lost}
      // Keyboards and reading aids click without a pointer; a finger was served when it left.
      onClick={({ detail }) => {
        if (detail === 0) onPress();
      }}
    >
      {children}
    </button>
  );
}

function isNear(
  place: DOMRect,
  { clientX, clientY }: { clientX: number; clientY: number },
): boolean {
  return (
    clientX >= place.left - TREMBLE_PX &&
    clientX <= place.right + TREMBLE_PX &&
    clientY >= place.top - TREMBLE_PX &&
    clientY <= place.bottom + TREMBLE_PX
  );
}
