import type { Page } from '@playwright/test';

/** Waits until the counter page accepts keys: a key is ignored while a command is pending. */
export const padListens = (page: Page): Promise<void> =>
  page.locator('.pad[aria-busy="false"]').waitFor();

/** Waits until the page for choosing a counter accepts keys. */
export const choiceListens = (page: Page): Promise<void> =>
  page.locator('.choose-list .counter-card:enabled').first().waitFor();
