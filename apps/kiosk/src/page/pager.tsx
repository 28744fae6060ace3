import { useTexts } from '@motcua/ui';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { Press } from './press.tsx';

export interface PagerProps {
  readonly children: ReactNode;
  /** Stands beside the two buttons, or below them on an upright glass. */
  readonly aside?: ReactNode;
}

/** A finger that moves farther than it trembles wants to see more. */
const DRAG_PX = 20;

/** Shows as much as fits, and two large buttons when there is more. */
export function Pager({ children, aside = null }: PagerProps) {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly y: number; readonly top: number } | null>(null);
  const [more, setMore] = useState({ above: false, below: false });

  useEffect(() => {
    const list = box.current;
    if (list === null) return;
    const look = (): void => {
      const fits = list.scrollHeight <= roomOf(list, buttons.current) + 4;
      const above = !fits && list.scrollTop > 4;
      const below = !fits && list.scrollTop + list.clientHeight < list.scrollHeight - 4;
      setMore((old) => (old.above === above && old.below === below ? old : { above, below }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(list);
    for (const child of list.children) observer.observe(child);
    list.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [children]);

  const overflows = more.above || more.below;

  function turn(direction: 1 | -1): void {
    const list = box.current;
    if (list === null) return;
    list.scrollBy({ top: direction * list.clientHeight * 0.85, behavior: 'smooth' });
  }

  function move({ clientY }: PointerEvent): void {
    if (drag.current === null || box.current === null) return;
    const way = clientY - drag.current.y;
    if (Math.abs(way) > DRAG_PX) box.current.scrollTop = drag.current.top - way;
  }

  return (
    <div className="pager" data-more-above={more.above} data-more-below={more.below}>
      <div
        className="pager-list"
        ref={box}
        // Without this a keyboard could not scroll a list of words.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={overflows ? 0 : -1}
        onPointerDown={({ clientY }) => {
          drag.current = { y: clientY, top: box.current?.scrollTop ?? 0 };
        }}
        onPointerMove={move}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerCancel={() => {
          drag.current = null;
        }}
      >
        {children}
      </div>
      {(overflows || aside !== null) && (
        <div className="pager-side">
          {overflows && (
            <div className="pager-buttons" ref={buttons}>
              <Press
                className="action action-quiet"
                disabled={!more.above}
                onPress={() => turn(-1)}
              >
                <ChevronUp aria-hidden="true" />
                {t('kiosk.see-above')}
              </Press>
              <Press className="action action-quiet" disabled={!more.below} onPress={() => turn(1)}>
                <ChevronDown aria-hidden="true" />
                {t('kiosk.see-below')}
              </Press>
            </div>
          )}
          {aside}
        </div>
      )}
    </div>
  );
}

/** The height the list has when the buttons give way to it; beside it they take none. */
function roomOf(list: HTMLElement, buttons: HTMLElement | null): number {
  if (buttons === null) return list.clientHeight;
  const { marginBottom } = getComputedStyle(list);
  const bottom = list.getBoundingClientRect().bottom + Number.parseFloat(marginBottom);
  return list.clientHeight + Math.max(0, buttons.getBoundingClientRect().bottom - bottom);
}
