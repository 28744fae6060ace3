import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { expect } from 'vitest';
import { fontsAreThere, checkPage, takePicture } from './browser.ts';

/** Checks the same screen in each language: no text may be cut. */
export async function expectFitInEveryLanguage(page: Page, name: string): Promise<void> {
  for (const language of LANGUAGES) {
    await speak(page, language);
    await takePicture(page, `${name}-${language}`);
    expect.soft(await cutWords(page), `cut on ${name} in ${language}`).toEqual([]);
  }
  await speak(page, 'vi');
}

/** Also checks accessibility, in the longest language. */
export async function expectGoodInEveryLanguage(page: Page, name: string): Promise<void> {
  await expectFitInEveryLanguage(page, name);
  await speak(page, 'de');
  await checkPage(page, `${name}-de`);
  await speak(page, 'vi');
}

/** Uses the language buttons that every page but the display has. */
async function speak(page: Page, language: Language): Promise<void> {
  const button = page.locator(`button[lang="${language}"]`).first();
  // By script, because a dialog or a menu over the page would intercept a click.
  await button.evaluate((element) => {
    // A click without a pointer counts as a screen reader's, for which the library restores the
    // focus. Only the kiosk needs that.
    const detail = element.closest('[role="group"]') === null ? 0 : 1;
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
  });
  await page.locator(`button[lang="${language}"][aria-pressed="true"]`).first().waitFor();
}

/** Texts that do not fit into their box, and texts outside of the window. */
export async function cutWords(page: Page): Promise<readonly string[]> {
  await fontsAreThere(page);
  return page.evaluate(() => {
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, [inert], [data-live-announcer]') === null;
    const hasWords = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    /** Its own text, without that of nested elements. */
    const placeOfWords = (element: Element): DOMRect => {
      const range = document.createRange();
      const places = [...element.childNodes].flatMap((node) => {
        if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') return [];
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      });
      const left = Math.min(...places.map((place) => place.left));
      const top = Math.min(...places.map((place) => place.top));
      const right = Math.max(...places.map((place) => place.right));
      const bottom = Math.max(...places.map((place) => place.bottom));
      return new DOMRect(left, top, right - left, bottom - top);
    };
    const isCut = (element: Element): boolean => {
      const words = placeOfWords(element);
      if (words.width < 2 || words.height < 2) return false;
      if (words.left < -1 || words.right > innerWidth + 1) return true;
      // Vertical scrolling shows everything in the end; text cut horizontally stays cut.
      let scrolls = false;
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        const { display, overflowX, overflowY } = getComputedStyle(box);
        const clips = overflowX !== 'visible' || box === element;
        if (display === 'inline' || !clips) continue;
        const place = box.getBoundingClientRect();
        if (words.left < place.left - 1 || words.right > place.right + 1) return true;
        const hides = overflowY === 'hidden' || overflowY === 'clip';
        if (hides && !scrolls && words.bottom > place.bottom + 4) return true;
        scrolls ||= overflowY === 'auto' || overflowY === 'scroll';
      }
      return false;
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => isShown(element) && hasWords(element) && isCut(element))
      .map((element) => {
        const named = element.closest('[class]:not([class=""])')?.className ?? '';
        return `${element.localName} in ${named}: ${(element.textContent ?? '').trim()}`;
      });
  });
}

/** Whether everything found by the selector is within the window. */
export async function isInView(page: Page, selector: string): Promise<boolean> {
  await page.locator(selector).waitFor();
  await fontsAreThere(page);
  const place = await page.locator(selector).boundingBox();
  const size = page.viewportSize();
  if (place === null || size === null) return false;
  return (
    place.x >= 0 &&
    place.y >= 0 &&
    place.x + place.width <= size.width &&
    place.y + place.height <= size.height
  );
}
