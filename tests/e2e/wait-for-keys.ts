import type { Page } from '@playwright/test';

/** Waits until the counter page accepts keys: a key is ignored while a command is pending. */
export const padAcceptsKeys = (page: Page): Promise<void> =>
  page.locator('[data-part="pad"][aria-busy="false"]').waitFor();

/** Waits until the page for choosing a counter accepts keys. */
export const choiceAcceptsKeys = (page: Page): Promise<void> =>
  page.locator('[data-part="counters"] button:enabled').first().waitFor();
