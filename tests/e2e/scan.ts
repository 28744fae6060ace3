import type { Page } from '@playwright/test';

/** Types like a scanner: fast, with Enter after every line. */
export async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate((typed) => {
    for (const letter of `${typed}\n`) {
      const key = letter === '\n' ? 'Enter' : letter;
      const code = codeOf(letter);
      const shiftKey = /[A-Z]/.test(letter);
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true }),
      );
    }

    function codeOf(letter: string): string {
      if (letter === '\n') return 'Enter';
      if (letter === ' ') return 'Space';
      if (/[a-z]/i.test(letter)) return `Key${letter.toUpperCase()}`;
      return /\d/.test(letter) ? `Digit${letter}` : '';
    }
  }, text);
}
