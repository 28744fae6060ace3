import { classNames, useTexts } from '@motcua/ui';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { MM, pxOf } from './glass-lengths.ts';
import { pagesOf, type ListPage, type PageItem } from './pages-of.ts';
import { Action } from './action.tsx';
import styles from './pager.module.css';

const css = classNames(styles);

export interface PagerProps {
  readonly children: ReactNode;
}

/** Fired when the text size has changed: a page may hold more or less. */
export const FITTED = 'motcua-fitted';
/** Fired when the number of pages has changed. */
export const PAGED = 'motcua-paged';

/** Shows as many whole items as fit, and two large paging buttons when there are more. */
export function Pager({ children }: PagerProps) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const swipe = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const [wanted, setWanted] = useState(0);
  const [count, setCount] = useState(1);
  const page = Math.min(wanted, count - 1);

  const measure = (): void => {
    if (list.current === null || sheet.current === null) return;
    const pages = pagesIn(list.current, sheet.current, side.current);
    setCount(pages.length);
    const shown = pages[Math.min(wanted, pages.length - 1)];
    if (shown !== undefined) showPage(sheet.current, shown);
  };
  const latest = useRef(measure);
  useLayoutEffect(() => {
    latest.current = measure;
    measure();
  });
  useLayoutEffect(() => {
    document.dispatchEvent(new Event(PAGED));
  }, [count]);
  useLayoutEffect(() => {
    if (list.current === null || sheet.current === null) return;
    const again = (): void => latest.current();
    const observer = new ResizeObserver(again);
    observer.observe(list.current);
    observer.observe(sheet.current);
    document.addEventListener(FITTED, again);
    return () => {
      observer.disconnect();
      document.removeEventListener(FITTED, again);
    };
  }, []);

  function lift({ clientX, clientY }: PointerEvent): void {
    if (swipe.current === null) return;
    const [right, down] = [clientX - swipe.current.x, clientY - swipe.current.y];
    swipe.current = null;
    if (Math.abs(down) < pxOf(MM.swipe) || Math.abs(down) < Math.abs(right)) return;
    setWanted(Math.max(0, Math.min(count - 1, page - Math.sign(down))));
  }

  return (
    <div className={css('pager')} data-part="pager" data-pages={count}>
      <div
        className={css('list')}
        data-part="pager-list"
        ref={list}
        onPointerDown={({ clientX, clientY }) => {
          swipe.current = { x: clientX, y: clientY };
        }}
        onPointerUp={lift}
        onPointerCancel={() => {
          swipe.current = null;
        }}
      >
        <div className={css('sheet')} ref={sheet}>
          {children}
        </div>
      </div>
      {count > 1 && (
        <div className={css('side')} data-part="pager-side" ref={side}>
          <Action
            className={css('turn')}
            look="quiet"
            id="page-before"
            disabled={page === 0}
            onPress={() => setWanted(page - 1)}
          >
            <ChevronUp aria-hidden="true" />
            {t('kiosk.see-above')}
          </Action>
          <p className={css('count')} aria-live="polite">
            {t('kiosk.page-of', { page: page + 1, count })}
          </p>
          <Action
            className={css('turn')}
            look="quiet"
            id="page-after"
            disabled={page === count - 1}
            onPress={() => setWanted(page + 1)}
          >
            <ChevronDown aria-hidden="true" />
            {t('kiosk.see-below')}
          </Action>
        </div>
      )}
    </div>
  );
}

/** Elements that are never split between pages. */
export const PAGE_ITEMS = 'li, h2, p, fieldset, [data-id="proxy"]';

/** In document order, without elements nested in another item. */
export function pageItemsOf(sheet: Element): readonly HTMLElement[] {
  const all = [...sheet.querySelectorAll<HTMLElement>(PAGE_ITEMS)];
  return all.filter((each) => (each.parentElement?.closest(PAGE_ITEMS) ?? null) === null);
}

/** A single page if everything would fit without the paging buttons. */
function pagesIn(
  list: HTMLElement,
  sheet: HTMLElement,
  side: HTMLElement | null,
): readonly ListPage[] {
  // Hidden for measuring only; a focused button keeps its focus.
  if (side !== null) side.style.position = 'absolute';
  const fits = sheet.offsetHeight <= list.clientHeight + 2;
  const whole = fits ? [{ top: 0, items: new Set(pageItemsOf(sheet).keys()) }] : null;
  if (side !== null) side.style.position = '';
  return whole ?? pagesOf(placesIn(sheet), list.clientHeight);
}

function placesIn(sheet: HTMLElement): readonly PageItem[] {
  const zero = sheet.getBoundingClientRect().top;
  return pageItemsOf(sheet).map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: top - zero, bottom: bottom - zero, leads: element.matches('h2') };
  });
}

function showPage(sheet: HTMLElement, { top, items }: ListPage): void {
  for (const [index, element] of pageItemsOf(sheet).entries())
    element.toggleAttribute('data-other-page', !items.has(index));
  sheet.style.setProperty('--page-top', `${-top}px`);
}
