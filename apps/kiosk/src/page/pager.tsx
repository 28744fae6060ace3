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
  const side = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly y: number; readonly top: number } | null>(null);
  const [more, setMore] = useState({ above: false, below: false });

  const alone = aside === null;
  useEffect(() => {
    const list = box.current;
    if (list === null) return;
    let fits = true;
    const look = (): void => {
      const above = !fits && list.scrollTop > 4;
      const below = !fits && list.scrollTop + list.clientHeight < list.scrollHeight - 4;
      setMore((old) => (old.above === above && old.below === below ? old : { above, below }));
    };
    const measure = (): void => {
      fits = fitsWithout(list, alone ? side.current : buttons.current);
      look();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    for (const child of list.children) observer.observe(child);
    list.addEventListener('scroll', look, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [children, alone]);

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
      {(overflows || !alone) && (
        <div className="pager-side" ref={side}>
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

/** Whether all of it would be seen if the buttons, which take width or height from it, were not there. */
function fitsWithout(list: HTMLElement, buttons: HTMLElement | null): boolean {
  const { scrollTop } = list;
  // Out of the way for the measure only; a focused button keeps its focus.
  if (buttons !== null) buttons.style.position = 'absolute';
  const fits = list.scrollHeight <= list.clientHeight + 4;
  if (buttons !== null) buttons.style.position = '';
  if (list.scrollTop !== scrollTop) list.scrollTop = scrollTop;
  return fits;
}
