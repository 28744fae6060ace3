import type { Page } from '@playwright/test';

/** A key that comes while the page still waits for the answer to the last is not taken, at the counter… */
export const padListens = (page: Page): Promise<void> =>
  page.locator('.pad[aria-busy="false"]').waitFor();

/** …and where a counter is chosen. */
export const choiceListens = (page: Page): Promise<void> =>
  page.locator('.choose-list .counter-card:enabled').first().waitFor();
