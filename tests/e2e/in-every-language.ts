import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { expect } from 'vitest';
import { lookAt, PICTURES } from './browser.ts';

/** The same screen in each language: nothing on it is cut. Axe looks at it in German, the longest. */
export async function lookInEveryLanguage(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const language of LANGUAGES) {
    await speak(page, language);
    expect(await cutWords(page), `cut on ${name} in ${language}`).toEqual([]);
    if (language === 'de') await lookAt(page, `${name}-de`);
    else await page.screenshot({ path: join(PICTURES, `${name}-${language}.png`) });
  }
  await speak(page, 'vi');
}

/** By the buttons that every page but the wall has. */
async function speak(page: Page, language: Language): Promise<void> {
  const button = page.locator(`button[lang="${language}"]`);
  await button.click();
  await page.locator(`button[lang="${language}"][aria-pressed="true"]`).waitFor();
}

/** Words that do not fit into the box they stand in, and words that run out of the window. */
export async function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, [inert]') === null;
    const hasWords = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    /** Whatever hides beside itself what does not fit; a list that scrolls down hides nothing beside. */
    const boxesOf = (element: Element): readonly Element[] => {
      const boxes: Element[] = [];
      for (let box: Element | null = element; box !== null; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible' || box === element) boxes.push(box);
      return boxes;
    };
    const isCut = (element: Element): boolean => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      if (words.width < 2 || words.height < 2) return false;
      if (words.left < -1 || words.right > innerWidth + 1) return true;
      return boxesOf(element).some((box) => {
        const style = getComputedStyle(box);
        if (style.display === 'inline') return false;
        const place = box.getBoundingClientRect();
        const beside = words.left < place.left - 1 || words.right > place.right + 1;
        const below =
          (style.overflowY === 'hidden' || style.overflowY === 'clip') &&
          words.bottom > place.bottom + 4;
        return beside || below || (box === element && box.scrollWidth > box.clientWidth + 1);
      });
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => isShown(element) && hasWords(element) && isCut(element))
      .map((element) => `${element.className}: ${(element.textContent ?? '').trim()}`);
  });
}

/** Whether all of what is found by the selector is within the window. */
export async function isInView(page: Page, selector: string): Promise<boolean> {
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
