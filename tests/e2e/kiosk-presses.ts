import type { Page } from '@playwright/test';
import type { Combination, ShownButton, ShownPage } from './kiosk-geometry.ts';
import type { NamedScene } from './kiosk-scenes.ts';

/** A button of a scene, and the scenes that may come when it is pressed. */
export interface Press {
  readonly scene: string;
  readonly id: string;
  readonly next: readonly {
    readonly scene: string;
    /** The screen stays, and with it the page of its list. */
    readonly stays: boolean;
  }[];
}

/** What comes after the answer of hub or printer. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
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

/** Presses every button of every scene once, on all pages of its list: where it leads depends on no size or language. */
export async function pressEach(
  page: Page,
  scenes: readonly NamedScene[],
): Promise<readonly Press[]> {
  const pressed = await page.evaluate(pressAll, scenes);
  return pressed.map(({ scene, id, from, to }) => {
    const stays = from === to;
    // In all its forms: what it shows may have changed meanwhile. Where the screen stays only what is typed changes.
    const forms = scenes.filter(({ name, screen, warning }) =>
      stays && !('typed' in screen) ? name === scene : screen.name === to && !warning,
    );
    const next = forms.map(({ name }) => ({ scene: name, stays }));
    const answers = (ANSWERS[id] ?? []).map((name) => ({ scene: name, stays: false }));
    return { scene, id, next: [...next, ...answers] };
  });
}

/** Runs in the page. */
async function pressAll(scenes: readonly NamedScene[]) {
  const { stage } = window;
  const found: { scene: string; id: string; from: string; to: string }[] = [];
  const enabled = (): readonly HTMLButtonElement[] =>
    [...document.querySelectorAll<HTMLButtonElement>('button:not([disabled])')].filter(
      (button) => button.closest('[inert]') === null,
    );
  for (const scene of scenes) {
    const show = () => stage.show({ ...scene, language: 'vi', largeText: false });
    await show();
    let before = stage.screen();
    for (const id of enabled().map((button) => button.dataset['id'] ?? '')) {
      if (/^(language-|large-text$|page-)/.test(id)) continue;
      if (stage.screen() !== before) {
        await show();
        before = stage.screen();
      }
      enabled()
        .find((button) => button.dataset['id'] === id)
        ?.click();
      await new Promise((resolve) => setTimeout(resolve));
      found.push({ scene: scene.name, id, from: before.name, to: stage.screen().name });
    }
  }
  return found;
}

/** A side screen can be left again; every other button outside of lists decides something. */
const DECIDES_NOTHING = /^(go-.*|done)$/;
const ASKS_FOR_NUMBER = new Set(['take-number', 'check-in', 'try-again', 'reprint']);

/**
 * What a second press anywhere on a button of this glass would press on the next screen. Outside of lists no button of
 * another meaning may lie there, and where an item of a list was pressed none that decides anything. Items that come
 * under the finger are protected only by the pause of the press guard.
 */
export function doubledPresses(
  pages: readonly ShownPage[],
  presses: readonly Press[],
): readonly string[] {
  const shown = new Map<string, ShownPage[]>();
  for (const page of pages) {
    const key = keyOf(page.scene, page);
    shown.set(key, [...(shown.get(key) ?? []), page]);
  }
  const pageOf = (scene: string, combination: Combination, index: number) => {
    const all = shown.get(keyOf(scene, combination)) ?? [];
    const found = all[Math.max(0, Math.min(index, all.length - 1))];
    if (found === undefined) throw new Error(`${scene} was never shown`);
    return found;
  };
  const leads = new Map(presses.map(({ scene, id, next }) => [`${scene} ${id}`, next]));

  function after(from: ShownPage, id: string): readonly ShownPage[] {
    const { scene, page, largeText } = from;
    if (id === 'page-before') return [pageOf(scene, from, page - 1)];
    if (id === 'page-after') return [pageOf(scene, from, page + 1)];
    if (id === 'large-text') return [pageOf(scene, { ...from, largeText: !largeText }, page)];
    const language = (['vi', 'en', 'de'] as const).find((each) => id === `language-${each}`);
    if (language !== undefined) return [pageOf(scene, { ...from, language }, page)];
    const next = leads.get(`${scene} ${id}`);
    if (next === undefined) throw new Error(`${id} of ${scene} was never pressed`);
    return next.map(({ scene: name, stays }) => pageOf(name, from, stays ? page : 0));
  }

  const found = new Set<string>();
  for (const from of pages)
    for (const pressed of from.buttons)
      for (const to of after(from, pressed.id))
        for (const button of to.buttons)
          if (isElse(pressed, button) && overlap(pressed, button))
            found.add(
              `${keyOf(from.scene, from)} to ${to.scene}: ${pressed.id} lies where ${button.id} comes`,
            );
  return [...found];
}

function isElse(pressed: ShownButton, next: ShownButton): boolean {
  if (next.listed || pressed.id === next.id) return false;
  if (pressed.listed) return !DECIDES_NOTHING.test(next.id);
  const asksAgain = next.id === 'try-again' || next.id === 'reprint';
  return !(asksAgain && ASKS_FOR_NUMBER.has(pressed.id));
}

function overlap(a: ShownButton, b: ShownButton): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function keyOf(scene: string, { language, largeText }: Combination): string {
  return `${scene} ${language}${largeText ? ' large' : ''}`;
}
