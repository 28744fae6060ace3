import type { Language } from '@motcua/i18n';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './text.tsx';

/** A component in a document, for tests that do what a user does; `unmount` when the test is over. */
export interface Rendered {
  readonly type: (field: HTMLInputElement, text: string) => Promise<void>;
  /** A key where the focus is: `s`, `Enter`, `Shift+P`. */
  readonly press: (key: string) => Promise<void>;
  /** The button, tab, menu item or choice of that name, or that begins with it. */
  readonly click: (name: string | RegExp) => Promise<void>;
  readonly submit: () => Promise<void>;
  /** The field whose label begins with these words. */
  readonly field: (label: string) => HTMLInputElement;
  readonly find: (selector: string) => HTMLElement | null;
  readonly text: (selector?: string) => string;
  readonly rerender: (children: ReactNode, language?: Language) => Promise<void>;
  /** Lets a change from outside show. */
  readonly after: (change: () => void) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

const CLICKABLE = 'button, [role=tab], [role^=menuitem], label';

const OPEN = '[role=dialog], [role=alertdialog], [role=menu]';

export async function render(children: ReactNode, first: Language = 'vi'): Promise<Rendered> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const draw = (content: ReactNode, language: Language) =>
    act(async () => {
      root.render(<LanguageProvider language={language}>{content}</LanguageProvider>);
    });
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  /** What is open covers the page. */
  const inFront = () => [...document.querySelectorAll<HTMLElement>(OPEN)].at(-1) ?? document.body;
  await draw(children, first);
  return {
    async type(field, text) {
      // React listens to the setter of the element itself, not to the one it put there.
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      await act(async () => {
        setter?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    async press(keys) {
      const shiftKey = keys.startsWith('Shift+');
      const key = shiftKey ? keys.slice('Shift+'.length) : keys;
      const code = /^\d$/.test(key) ? `Digit${key}` : key;
      const event = { key, code, shiftKey, bubbles: true, cancelable: true };
      const target = document.activeElement ?? document.body;
      await act(async () => target.dispatchEvent(new KeyboardEvent('keydown', event)));
      await act(async () => target.dispatchEvent(new KeyboardEvent('keyup', event)));
    },
    async click(name) {
      const all = [...inFront().querySelectorAll<HTMLElement>(CLICKABLE)];
      const words = (each: HTMLElement) => each.getAttribute('aria-label') ?? each.textContent;
      const found =
        typeof name === 'string'
          ? (all.find((each) => words(each) === name) ??
            all.find((each) => words(each).startsWith(name)))
          : all.find((each) => name.test(words(each)));
      if (found === undefined) throw new Error(`There is nothing to click: ${String(name)}`);
      await act(async () => found.click());
    },
    submit: () => act(async () => inFront().querySelector('form')?.requestSubmit()),
    field(label) {
      const found = [...inFront().querySelectorAll('label')].find((each) =>
        each.textContent.startsWith(label),
      );
      const field = found?.control ?? null;
      if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${label}`);
      return field;
    },
    find,
    text: (selector = 'body') => find(selector)?.textContent.replaceAll('\u00a0', ' ') ?? '',
    rerender: (content, language = first) => draw(content, language),
    after: (change) => act(async () => change()),
    async unmount() {
      await act(async () => root.unmount());
      document.body.replaceChildren();
    },
  };
}
