import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { FITTED, PAGED, pageItemsOf } from '../touch/pager.tsx';

/** Text is as large as wanted, or as there is space for: never cut, covered or unreachable. */
const STEP = 0.04;
const SMALLEST = 0.5;

export function useFittingText(shell: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (shell.current !== null) fitText(shell.current);
  });
  useEffect(() => {
    const element = shell.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => fitText(element));
    observer.observe(element);
    // Text widths change when the web font arrives.
    const again = (): void => {
      fitted.delete(element);
      fitText(element);
    };
    // The paging buttons take space: text that grew again might not need them, and so on for ever.
    const less = (): void => shrink(element, fitOf(element));
    document.fonts.addEventListener('loadingdone', again);
    document.addEventListener(PAGED, less);
    return () => {
      observer.disconnect();
      document.removeEventListener(PAGED, less);
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, [shell]);
}

/** Skips elements whose text and space have not changed since they were fitted. */
const fitted = new WeakMap<HTMLElement, string>();

function fitText(shell: HTMLElement): void {
  const { largeText = '' } = document.documentElement.dataset;
  const words = [...shell.querySelectorAll('main, footer')].map((each) => each.textContent);
  const now = [
    innerWidth,
    innerHeight,
    largeText,
    shell.querySelectorAll('button').length,
    ...words,
  ];
  const key = now.join('\n');
  if (fitted.get(shell) === key) return;
  fitted.set(shell, key);
  shrink(shell, 1);
}

function fitOf(shell: HTMLElement): number {
  return Number(shell.style.getPropertyValue('--fit') || 1);
}

function shrink(shell: HTMLElement, from: number): void {
  const before = fitOf(shell);
  let fit = from;
  shell.style.setProperty('--fit', fit.toFixed(2));
  while (overflows(shell) && fit - STEP >= SMALLEST) {
    fit -= STEP;
    shell.style.setProperty('--fit', fit.toFixed(2));
  }
  if (fitOf(shell) !== before) document.dispatchEvent(new Event(FITTED));
}

/** Buttons, and what is marked by `data-fits`, hold their whole text. */
function overflows(shell: HTMLElement): boolean {
  const boxes = shell.querySelectorAll<HTMLElement>('[data-fits], button');
  for (const box of boxes)
    if (
      box.scrollHeight > box.clientHeight + slackPx(box) ||
      box.scrollWidth > box.clientWidth + slackPx(box)
    )
      return true;
  return [...shell.querySelectorAll<HTMLElement>('[data-part="pager"]')].some(isTooTall);
}

/** Shadows and the focus ring extend a little beyond a list. */
const slackPx = (box: HTMLElement): number => (box.matches('main') ? remPx() : 2);
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** A page must hold at least the highest item, with the heading above it and the buttons beside it. */
function isTooTall(pager: HTMLElement): boolean {
  const list = pager.querySelector<HTMLElement>('[data-part="pager-list"]');
  const sheet = list?.firstElementChild;
  if (list === null || !(sheet instanceof HTMLElement)) return false;
  const side = pager.querySelector<HTMLElement>('[data-part="pager-side"]');
  if (side !== null && side.scrollHeight > side.clientHeight + 2) return true;
  if (sheet.scrollWidth > sheet.clientWidth + 2) return true;
  if (sheet.offsetHeight <= list.clientHeight + 2) return false;
  const buttons = side === null ? buttonRoomPx(pager) : 0;
  const heights = pageItemsOf(sheet).map((element) => element.offsetHeight);
  return Math.max(...heights) > list.clientHeight - buttons;
}

/** In portrait format the paging buttons take their row from the list. */
function buttonRoomPx(pager: HTMLElement): number {
  if (getComputedStyle(pager).flexDirection === 'row') return 0;
  return remPx() * 9;
}
