import type { Page } from '@playwright/test';
import type {} from '../../apps/kiosk/src/page/stage.tsx';
import type { NamedScene } from './kiosk-scenes.ts';

export interface Combination {
  readonly language: 'vi' | 'en' | 'de';
  readonly largeText: boolean;
}

/** Buttons below 20 mm; the page's unit is 2.88 mm. */
export async function smallButtons(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const fingerPx = 6.94 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return [...document.querySelectorAll('button')].flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      const isSmall = width < fingerPx || height < fingerPx;
      return isSmall ? [`${button.dataset['id'] ?? ''} ${width} × ${height}`] : [];
    });
  });
}

/** A button that can be pressed, in px. */
export interface ShownButton {
  readonly id: string;
  /** An item of a list that may have several pages, or one of its paging buttons. */
  readonly listed: boolean;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One page of a screen, as it is seen. */
export interface ShownPage extends Combination {
  readonly scene: string;
  /** From 0. */
  readonly page: number;
  readonly buttons: readonly ShownButton[];
}

export interface Inspection {
  readonly faults: readonly string[];
  readonly pages: readonly ShownPage[];
}

/** The layout faults of all screens at this size, in each combination and on each page of each list. */
export async function inspectGlass(
  page: Page,
  glass: { readonly width: number; readonly height: number },
  scenes: readonly NamedScene[],
  combinations: readonly Combination[],
): Promise<Inspection> {
  await page.setViewportSize(glass);
  return page.evaluate(inspectAll, { scenes, combinations });
}

/** Runs in the page. */
// oxlint-disable-next-line max-lines-per-function -- the page gets this one function, and nothing beside it
async function inspectAll({
  scenes,
  combinations,
}: {
  readonly scenes: readonly NamedScene[];
  readonly combinations: readonly Combination[];
}): Promise<Inspection> {
  const { stage } = window;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  /** 20 mm, and letters of 4 mm with the space around them. */
  const [fingerPx, letterPx] = [6.94 * rem, 1.25 * rem];
  const [faults, pages]: [string[], ShownPage[]] = [[], []];

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null;
  const nameOf = (element: Element): string =>
    element.getAttribute('data-id') ?? `${element.className}: ${element.textContent.slice(0, 24)}`;

  function faultsOfButton(button: HTMLElement): readonly string[] {
    const place = button.getBoundingClientRect();
    const faults: string[] = [];
    if (
      place.left < -1 ||
      place.top < -1 ||
      place.right > innerWidth + 1 ||
      place.bottom > innerHeight + 1
    )
      faults.push('is not whole');
    if (place.width < fingerPx || place.height < fingerPx)
      faults.push(
        `is small: ${(place.width / rem).toFixed(1)} × ${(place.height / rem).toFixed(1)}`,
      );
    if (
      button.scrollWidth > button.clientWidth + 2 ||
      button.scrollHeight > button.clientHeight + 2
    )
      faults.push('has more words than room');
    for (const [x, y] of [
      [0.5, 0.5],
      [0.08, 0.2],
      [0.92, 0.2],
      [0.08, 0.8],
      [0.92, 0.8],
    ] as const) {
      const top = document.elementFromPoint(
        place.left + place.width * x,
        place.top + place.height * y,
      );
      if (top === null || !button.contains(top)) {
        faults.push(`is covered by ${top === null ? 'nothing' : nameOf(top)}`);
        break;
      }
    }
    return faults.map((fault) => `${nameOf(button)} ${fault}`);
  }

  function lineOf(node: Text, letter: number): number {
    const range = document.createRange();
    range.setStart(node, letter);
    range.setEnd(node, letter + 1);
    return Math.round([...range.getClientRects()].at(-1)?.top ?? 0);
  }

  function faultsOfText(node: Text): readonly string[] {
    const parent = node.parentElement;
    const text = node.data;
    if (parent === null || text.trim() === '' || !isShown(parent)) return [];
    const faults: string[] = [];
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < letterPx) faults.push(`is small: ${(size / rem).toFixed(2)}rem`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
        faults.push('runs out of the glass');
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (
        over !== null &&
        !over.contains(parent) &&
        !parent.contains(over) &&
        over.closest('svg') === null
      )
        faults.push(`is covered by ${nameOf(over)}`);
    }
    // Words may be broken at hyphens, also at soft ones, but not at spaces that hold two syllables together.
    for (const { 0: word, index } of text.matchAll(/[^ \n\u00AD\-–/]+/gu)) {
      // A hyphen before the word belongs to its first letter.
      if (lineOf(node, index) !== lineOf(node, index + word.length - 1))
        faults.push(`breaks ${word}`);
    }
    return [...new Set(faults)].map((fault) => `“${text.slice(0, 30)}” ${fault}`);
  }

  function faultsOfScreen(): readonly string[] {
    const faults: string[] = [];
    for (const button of document.querySelectorAll<HTMLElement>('button'))
      if (isShown(button)) faults.push(...faultsOfButton(button));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text) faults.push(...faultsOfText(node));
    for (const box of document.querySelectorAll(
      '[data-part="shell"], [data-fits], [role="alertdialog"]',
    ))
      // A shadow may extend beyond a list.
      if (box.scrollHeight > box.clientHeight + rem || box.scrollWidth > box.clientWidth + rem)
        faults.push(`${box.className} holds more than it shows`);
    return faults;
  }

  const shownButtons = (): readonly ShownButton[] =>
    [...document.querySelectorAll<HTMLButtonElement>('button:not([disabled])')]
      .filter(isShown)
      .map((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        const listed = button.closest('[data-part="pager"]') !== null;
        return { id: nameOf(button), listed, left, top, right, bottom };
      });

  for (const { language, largeText } of combinations)
    for (const scene of scenes) {
      await stage.show({ ...scene, language, largeText });
      for (let turned = 0; ; turned += 1) {
        const where = `${scene.name} ${language}${largeText ? ' large' : ''} p${turned + 1}`;
        const fit = document
          .querySelector<HTMLElement>('[data-part="shell"]')
          ?.style.getPropertyValue('--fit');
        for (const fault of faultsOfScreen()) faults.push(`${where} [${fit}]: ${fault}`);
        const buttons = shownButtons();
        pages.push({ scene: scene.name, language, largeText, page: turned, buttons });
        const next = document.querySelector<HTMLButtonElement>('[data-id="page-after"]');
        if (next === null || next.disabled || next.closest('[inert]') !== null) break;
        if (turned > 12) throw new Error(`${where} has no end`);
        next.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  return { faults, pages };
}
