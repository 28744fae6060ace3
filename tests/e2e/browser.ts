import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { expect } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.ts';

/** Where pictures of pages are kept for people to look at. */
export const PICTURES = join(import.meta.dirname, '../../test-results/pictures');

/** The browser of this machine, allowed to sound without a finger as a wall display is; null where there is none. */
export const BROWSER = findChromium();
if (BROWSER === null) console.warn('Skipped: there is no Chromium or Chrome on this machine.');

export async function openBrowser(): Promise<Browser> {
  if (BROWSER === null) throw new Error('There is no Chromium on this machine');
  return chromium.launch({
    executablePath: BROWSER,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A page that fails its test when its console complains or it asks for anything from elsewhere. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport: { readonly width: number; readonly height: number },
  cookie: string | null = null,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'vi-VN' });
  const { origin } = new URL(url);
  if (cookie !== null)
    await context.addCookies([{ name: 'motcua_session', value: cookie, url: origin }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (cause) => complaints.push(String(cause)));
  page.on('request', (request) => {
    const elsewhere = !request.url().startsWith(origin) && !/^(data|blob):/.test(request.url());
    if (elsewhere) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}

/** Until then words are as wide as in the font that stands in: nothing is measured before. */
export async function fontsAreThere(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Only a page that is laid out asks for the fonts of its words.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}

/** Keeps a picture of the page for people to look at, and asks axe whether everybody can use it. */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page })
    // Nothing here has frames of another origin, for which it would open a second page each time.
    .setLegacyMode()
    // What is only read out, and gone in seconds: the library's own, no part of a page.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(found, `axe on ${name}`).toEqual([]);
}
