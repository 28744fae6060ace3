import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId, Site } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, fontsAreThere, checkPage, openBrowser, openPage } from './browser.ts';

const PORTRAIT = { width: 1080, height: 1920 };
const LAPTOP = { width: 1366, height: 768 };
/** The kiosk's idle minute and part of its countdown of 20 seconds. */
const INTO_THE_COUNTDOWN_MS = 65_000;

describe.skipIf(BROWSER === null)('every page', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({
      now: createMorningClock(),
      kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
    });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const putSite = async (part: Partial<Site>) => {
    const { hub } = site.started;
    const value = { ...hub.state.settings.site, ...part };
    const setting = { kind: 'site', value } as const;
    const commandId = crypto.randomUUID() as CommandId;
    await hub.execute({ commandId, type: 'put-setting', setting }, THE_HUB_ITSELF);
  };

  it('issues a number for the most frequent services after two touches', async () => {
    const { page, complaints } = await openPage(browser, site.kioskUrl, PORTRAIT);
    await page.locator('[data-id="usual-1.001193"]').click();
    await page.locator('[data-id="take-number"]').click();
    await page.locator('[data-slip="printed"]').waitFor();
    expect(await page.locator('[data-part="number"]').innerText()).toBe('H001');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('asks whether the visitor is still there, in large text too', async () => {
    const { page, complaints } = await openPage(browser, site.kioskUrl, PORTRAIT);
    await page.clock.install();
    await page.reload();
    await page.locator('[data-id="large-text"]').click();
    await page.locator('[data-id="page-after"]').click();
    await page.locator('[data-id="group-social"]').click();
    await page.locator('main[data-screen="services"]').waitFor();
    await checkPage(page, 'kiosk-services-large');
    await page.keyboard.press('Shift');
    // Freezes the countdown, however long the check takes.
    const touchedAt = await page.evaluate(() => Date.now());
    await page.clock.setFixedTime(touchedAt + INTO_THE_COUNTDOWN_MS);
    await page.getByRole('alertdialog').waitFor();
    await checkPage(page, 'kiosk-more-time');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows a number without paper', async () => {
    site.printer.setState({ paper: 'out' });
    const { page, complaints } = await openPage(browser, site.kioskUrl, PORTRAIT);
    await page.locator('[data-id="usual-2.000815"]').click();
    await page.locator('[data-id="take-number"]').click();
    await page.locator('[data-id="noted"]').click();
    await page.locator('[data-resolution="noted"]').waitFor();
    await checkPage(page, 'kiosk-number-noted');
    site.printer.setState({ paper: 'ok' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says when the centre opens', async () => {
    const { hours } = site.started.hub.state.settings.site;
    const { page, complaints } = await openPage(browser, site.kioskUrl, PORTRAIT);
    await putSite({ hours: { week: Array.from({ length: 7 }, () => []), closedDays: [] } });
    await page.locator('main[data-screen="closed"]').waitFor();
    await checkPage(page, 'kiosk-closed');
    // During lunch a number of the morning can still be looked up.
    await page.locator('[data-id="have-number"]').click();
    await page.locator('main[data-screen="number"]').waitFor();
    await page.locator('[data-id="start-over"]').click();
    await page.locator('main[data-screen="closed"]').waitFor();
    expect(await page.locator('[data-id="have-booking"]').count()).toBe(0);
    await putSite({ hours });
    await page.locator('main[data-screen="welcome"]').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the journal to the head, and exports it', async () => {
    const url = `${site.hubUrl}/admin/#journal`;
    const { page, complaints } = await openPage(browser, url, LAPTOP, site.sessionOf('dung'));
    await page.locator('main tbody tr').first().waitFor();
    await page.getByLabel('Loại việc').selectOption({ label: 'Thiết lập, tài khoản' });
    await page.locator('main tbody tr', { hasText: 'Đổi thiết lập' }).first().waitFor();
    await checkPage(page, 'admin-journal-settings');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải về (CSV)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^motcua-journal-.+\.csv$/);
    await page.getByLabel('Loại việc').selectOption({ label: 'Đăng nhập, xuất dữ liệu' });
    await page.locator('main tbody tr', { hasText: 'Xuất nhật ký' }).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the form of the last service in the list visible, with its save button', async () => {
    const url = `${site.hubUrl}/admin/#services`;
    const { page, complaints } = await openPage(browser, url, LAPTOP, site.sessionOf('dung'));
    await page.locator('[data-part="row"]').last().click();
    const form = page.locator('[data-part="editor"]');
    await form.waitFor();
    await fontsAreThere(page);
    for (const part of [form.locator('h2').first(), form.locator('button[type=submit]')]) {
      const place = await part.boundingBox();
      expect(place?.y).toBeGreaterThanOrEqual(0);
      expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThanOrEqual(LAPTOP.height);
    }
    await checkPage(page, 'admin-service-form');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has an accessible portrait display', async () => {
    const { page, complaints } = await openPage(browser, `${site.hubUrl}/display/`, PORTRAIT);
    await page.locator('[data-sound]').waitFor();
    await checkPage(page, 'display-upright');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
