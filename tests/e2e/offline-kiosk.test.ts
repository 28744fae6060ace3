import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '@motcua/domain';
import { DEFAULT_LAYOUT, layoutSlip, type Slip } from '@motcua/printing';
import { measureText, rasteriseSlip } from '@motcua/printing/rasterise';
import { kimBoi, type TestSite } from '@motcua/testing';
import { BROWSER, checkPage } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';
import { LAPTOP, MARRIAGE, type Office, openOffice } from './office.ts';

describe.skipIf(BROWSER === null)('a visitor at a kiosk without its hub', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  it('gets a number and a slip that says what is unknown, and is called when the hub is back', async () => {
    const { site, kioskOf, open } = office;
    const page = await kioskOf(1080, 1920);
    await page.locator('main[data-screen="welcome"]').waitFor();
    await site.stopHub();
    await expect.poll(() => page.locator('[data-id="have-booking"]').count()).toBe(0);
    await page.locator('main[data-screen="welcome"]').waitFor();
    await checkPage(page, 'kiosk-offline-welcome');
    await page.locator('[data-id="group-civil"]').click();
    await page.locator('main[data-screen="services"]').waitFor();
    await checkPage(page, 'kiosk-offline-services');
    await page.locator(`[data-id="service-${MARRIAGE}"]`).click();
    await page.locator('[data-id="take-number"]').click();
    await page.locator('[data-slip="printed"]').waitFor();
    expect(await page.locator('[data-part="number"]').innerText()).toBe('HR01');
    expect(await page.locator('[data-part="facts"]').innerText()).toContain(
      'Chưa biết số người chờ trước',
    );
    await checkPage(page, 'kiosk-offline-ticket');

    await site.startHubAgain();
    const { hub } = site.started;
    await expect.poll(() => hub.state.byNumber('HR01')?.state, { timeout: 20_000 }).toBe('waiting');
    const visit = hub.state.byNumber('HR01');
    if (visit === null) throw new Error('No visit');
    expectOnPaper(site, visit);
    await expect
      .poll(() => [...hub.state.printJobs.values()].map(({ state }) => state))
      .toEqual(['printed']);

    const counter = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('lan'));
    await counter.locator('[data-part="counters"] li').nth(1).getByRole('button').click();
    await counter.getByText('HR01').first().waitFor();
    await padAcceptsKeys(counter);
    await counter.keyboard.press('Enter');
    await expect.poll(() => hub.state.byNumber('HR01')?.state).toBe('called');
    await checkPage(counter, 'counter-calls-offline-number');

    const desktop = await open(`${site.hubUrl}/admin/#devices`, LAPTOP, site.sessionOf('dung'));
    await desktop.getByText(/không liên lạc được với máy chủ .+ đã tự cấp 1 số/).waitFor();
    await checkPage(desktop, 'admin-kiosk-was-offline');
  });

  it('reads it in the chosen language', async () => {
    const { site, kioskOf } = office;
    const page = await kioskOf(1080, 1920);
    await page.locator('main[data-screen="welcome"]').waitFor();
    await site.stopHub();
    for (const [language, words] of [
      ['en', 'is not known yet'],
      ['de', 'ist noch nicht bekannt'],
    ] as const) {
      await page.locator(`[data-id="language-${language}"]`).click();
      await page.locator('[data-id="group-civil"]').click();
      await page.locator(`[data-id="service-${MARRIAGE}"]`).click();
      await page.locator('[data-id="take-number"]').click();
      await page.locator('[data-slip="printed"]').waitFor();
      expect(await page.locator('[data-part="facts"]').innerText()).toContain(words);
      await page.keyboard.press('Shift'); // a touch keeps the last screen for a minute
      await checkPage(page, `kiosk-offline-ticket-${language}`);
      await page.locator('[data-id="finish"]').click();
    }
    await site.startHubAgain();
  });
});

/** Dot by dot. */
function expectOnPaper({ printer }: TestSite, { id, arrivedAt }: Visit): void {
  const service = kimBoi.services.find(({ id }) => id === MARRIAGE);
  if (service === undefined) throw new Error('Kim Bôi has no such service');
  const slip: Slip = {
    language: 'vi',
    authority: kimBoi.site.authority,
    centre: kimBoi.site.name,
    number: 'HR01',
    priority: false,
    training: false,
    copy: false,
    bookedFor: null,
    length: 'short',
    serviceName: service.name,
    laterServices: [],
    counters: kimBoi.counters
      .filter(({ queueIds }) => queueIds.includes(service.queueId))
      .map(({ number }) => number),
    peopleAhead: 'unknown',
    estimate: null,
    issuedAt: arrivedAt,
    zone: kimBoi.site.zone,
    papers: service.papers,
    code: id,
    followUrl: null,
  };
  const paper = { widthDots: 576, marginDots: 16, dpi: 203 };
  const { bits } = rasteriseSlip(layoutSlip(slip, DEFAULT_LAYOUT, paper, measureText));
  const printed = printer.slips().at(-1)?.bits;
  expect(Buffer.compare(printed?.subarray(0, bits.length) ?? Buffer.alloc(0), bits)).toBe(0);
}
