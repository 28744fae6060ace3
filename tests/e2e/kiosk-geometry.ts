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

/** The layout faults of all screens at this size, in each combination and on each page of each list. */
export async function faultsOnGlass(
  page: Page,
  glass: { readonly width: number; readonly height: number },
  scenes: readonly NamedScene[],
  combinations: readonly Combination[],
): Promise<readonly string[]> {
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
}): Promise<readonly string[]> {
  const { stage } = window;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  /** 20 mm, and letters of 4 mm with the space around them. */
  const [fingerPx, letterPx] = [6.94 * rem, 1.25 * rem];
  const found: string[] = [];

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
    for (const box of document.querySelectorAll('.shell, .screen, .middle, .typing, .dock, .idle'))
      // A shadow may extend beyond a list.
      if (box.scrollHeight > box.clientHeight + rem || box.scrollWidth > box.clientWidth + rem)
        faults.push(`${box.className} holds more than it shows`);
    return faults;
  }

  for (const { language, largeText } of combinations)
    for (const scene of scenes) {
      await stage.show({ ...scene, language, largeText });
      for (let turned = 0; ; turned += 1) {
        const where = `${scene.name} ${language}${largeText ? ' large' : ''} p${turned + 1}`;
        const fit = document.querySelector<HTMLElement>('.shell')?.style.getPropertyValue('--fit');
        for (const fault of faultsOfScreen()) found.push(`${where} [${fit}]: ${fault}`);
        const next = document.querySelector<HTMLButtonElement>('[data-id="page-after"]');
        if (next === null || next.disabled || next.closest('[inert]') !== null) break;
        if (turned > 12) throw new Error(`${where} has no end`);
        next.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  return found;
}

/**
 * What a second press anywhere on a button that led to another screen would press, if both are outside of lists: a
 * button with another meaning must not lie there. List items are protected only by the pause of the press guard.
 */
export async function repeatedPresses(
  page: Page,
  glass: { readonly width: number; readonly height: number },
  scenes: readonly NamedScene[],
  combination: Combination,
): Promise<readonly string[]> {
  await page.setViewportSize(glass);
  return page.evaluate(pressEach, { scenes, combination });
}

/** Runs in the page. */
async function pressEach({
  scenes,
  combination,
}: {
  readonly scenes: readonly NamedScene[];
  readonly combination: Combination;
}): Promise<readonly string[]> {
  const { stage } = window;
  const found: string[] = [];
  const actions = (): readonly HTMLElement[] =>
    [...document.querySelectorAll<HTMLButtonElement>('.action, .dock button')].filter(
      (button) =>
        !button.disabled &&
        !button.matches('.pager-side *, .pager-list *') &&
        button.closest('[inert]') === null,
    );
  const idOf = (button: HTMLElement): string => button.dataset['id'] ?? button.textContent;

  /** The screens after the hub's answer. */
  const after: Readonly<Record<string, readonly string[]>> = {
    'take-number': ['printing', 'accepted', 'printed', 'slip-failed', 'refused'],
    'check-in': ['printing', 'accepted', 'printed', 'slip-failed', 'refused-booking'],
    'try-again': ['printed', 'slip-failed', 'refused', 'booking'],
    'look-up': ['place-typed', 'place-called'],
    'noted': ['noted'],
    'give-back': ['given-back'],
    'step-out-hold': ['held'],
    'step-out-return': ['returned'],
    'step-out-rejoin': ['returned'],
    'show-code': ['booked', 'booking-refused'],
    'reprint': ['printing', 'slow', 'accepted'],
    'slip-missing': ['slip-failed', 'slip-failed-full'],
    'slip-came': ['printed'],
  };

  /** The same choice again. */
  const isSame = (pressed: string, next: string): boolean =>
    pressed === next ||
    ((next === 'try-again' || next === 'reprint') &&
      ['take-number', 'check-in', 'try-again', 'reprint'].includes(pressed));

  const compare = (pressed: string, place: DOMRect, from: string): void => {
    for (const button of actions()) {
      const there = button.getBoundingClientRect();
      const apart =
        there.left >= place.right ||
        there.right <= place.left ||
        there.top >= place.bottom ||
        there.bottom <= place.top;
      if (!apart && !isSame(pressed, idOf(button)))
        found.push(`${from}: ${pressed} lies where ${idOf(button)} comes`);
    }
  };

  for (const scene of scenes) {
    if (scene.warning) continue;
    await stage.show({ ...scene, ...combination });
    for (const id of actions().map(idOf)) {
      await stage.show({ ...scene, ...combination });
      const button = actions().find((each) => idOf(each) === id);
      if (button === undefined) continue;
      const place = button.getBoundingClientRect();
      const before = stage.screen().name;
      button.click();
      await new Promise((resolve) => setTimeout(resolve));
      if (stage.screen().name !== before) compare(id, place, scene.name);
      for (const name of after[id] ?? []) {
        const next = scenes.find((each) => each.name === name);
        if (next === undefined) throw new Error(`No scene ${name}`);
        await stage.show({ ...next, ...combination });
        compare(id, place, `${scene.name} to ${name}`);
      }
    }
  }
  return [...new Set(found)];
}
