import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { expect } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/pictures');

/** Saves a picture for people to review, when `PICTURES=1` asks for it: together they cost minutes. */
export async function takePicture(
  page: { readonly screenshot: () => Promise<Uint8Array> },
  name: string,
): Promise<void> {
  if (process.env['PICTURES'] !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(join(PICTURES, `${name}.png`), await page.screenshot());
}

/** This machine's browser, with sound allowed as on a display; null where there is none. */
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

/** A page that fails its test when its console has errors or it requests anything external. */
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

/** Text widths differ until the web fonts are loaded: nothing is measured before. */
export async function fontsAreThere(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Only a page that was laid out requests its fonts.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}

/** Checks the accessibility of the page with axe. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  const { violations } = await new AxeBuilder({ page })
    // There are no frames of another origin, for which it would open a second page each time.
    .setLegacyMode()
    // The library's live region, which is only read out and not part of the page.
    .exclude('[data-live-announcer]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(found, `axe on ${name}`).toEqual([]);
}
