import { LanguageProvider } from '@motcua/ui';
import type { Language } from '@motcua/i18n';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** A component in a document, for tests that type and press; `unmount` when the test is over. */
export interface Rendered {
  readonly type: (field: HTMLInputElement, text: string) => Promise<void>;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly field: (label: string) => HTMLInputElement;
  readonly text: () => string;
  readonly unmount: () => Promise<void>;
}

export async function render(children: ReactNode, language: Language = 'vi'): Promise<Rendered> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  await act(async () => {
    root.render(<LanguageProvider language={language}>{children}</LanguageProvider>);
  });
  const named = (name: string | RegExp) => {
    const button = [...document.querySelectorAll<HTMLElement>('button')].find((each) => {
      const words = each.getAttribute('aria-label') ?? each.textContent;
      return typeof name === 'string' ? words === name : name.test(words);
    });
    if (button === undefined) throw new Error(`There is no button ${String(name)}`);
    return button;
  };
  return {
    async type(field, text) {
      // React listens to the setter of the element itself, not to the one it put there.
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      await act(async () => {
        setter?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    press: async (name) => {
      await act(async () => named(name).click());
    },
    field(label) {
      const found = [...document.querySelectorAll('label')].find(
        (each) => each.textContent === label,
      );
      const field = found === undefined ? null : document.getElementById(found.htmlFor);
      if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${label}`);
      return field;
    },
    text: () => document.body.textContent,
    async unmount() {
      await act(async () => root.unmount());
      container.remove();
    },
  };
}
