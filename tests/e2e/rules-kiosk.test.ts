import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createZoneClock,
  type CommandId,
  type Instant,
  type ServiceId,
  type Visit,
} from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { textToKeep } from '@motcua/printing';
import type { ChangeOf, Command } from '@motcua/protocol';
import { startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, fontsAreThere, checkPage, openBrowser, openPage } from './browser.ts';
import { smallButtons } from './kiosk-geometry.ts';
import { expectOnPaper, slipOf } from './expected-slip.ts';
import { scan } from './scan.ts';

const PORTRAIT = { width: 1080, height: 1920 };
const LANDSCAPE = { width: 1920, height: 1080 };
const OLD_GLASS = { width: 1280, height: 1024 };
const BIRTH = '1.001193' as ServiceId;
const COPY = '2.000815' as ServiceId;

/** A morning on which the next slot is close enough for an early check-in. */
const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
const STARTED = Date.now() as Instant;
const SHIFT = ZONE.instantAt(ZONE.localDate(STARTED), 10 * 60 + 5) - STARTED;
const now = (): Instant => (Date.now() + SHIFT) as Instant;

describe.skipIf(BROWSER === null)('a visitor with optional choices', () => {
  let site: TestSite;
  let browser: Browser;
  const issued: ChangeOf<'ticket-issued'>[] = [];

  beforeAll(async () => {
    site = await startTestSite({
      now,
      kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
    });
    site.started.hub.onCommitted((changes) => {
      for (const change of changes) if (change.type === 'ticket-issued') issued.push(change);
    });
    browser = await openBrowser();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const commandId = () => crypto.randomUUID() as CommandId;
  const execute = (command: Command) => site.started.hub.execute(command, THE_HUB_ITSELF);
  const visitOf = (number: string): Visit => {
    const found = [...site.started.hub.state.visits.values()].find(
      ({ ticket }) => ticket.number === number,
    );
    if (found === undefined) throw new Error(`No visit ${number}`);
    return found;
  };

  it('gets one number for two services, with priority, and may hold its place', async () => {
    const { page, complaints } = await openPage(browser, site.kioskUrl, PORTRAIT);
    const touch = toucher(page);
    await touch('usual-1.001193');
    await touch('go-priority', 'priority');
    await touch('priority-pregnant');
    await touch('go-needs', 'needs');
    await touch('need-deaf');
    await touch('done');
    await touch('go-party', 'party');
    await touch('people-more');
    await touch('done');
    await touch('go-more-groups', 'more-groups');
    await touch('group-cert', 'more-services');
    await touch('service-2.000815', 'confirm-several');
    await touch('take-number');
    await page.locator('[data-slip="printed"]').waitFor();
    const number = await page.locator('[data-part="number"]').innerText();
    await look(page, 'ticket-several');

    const { hub } = site.started;
    expect(hub.state.visits.size).toBe(1);
    const visit = visitOf(number);
    expect(visit).toMatchObject({ priority: 'priority', party: { people: 2 } });
    expect([visit.serviceId, ...visit.next.map(({ serviceId }) => serviceId)]).toEqual([
      BIRTH,
      COPY,
    ]);
    expect(hub.state.care.get(visit.id)).toMatchObject({ priorityGroupId: 'pregnant' });
    expectOnPaper(site, slipOf(site, issued.at(-1)));

    await page.goto(site.kioskUrl);
    await touch('have-number', 'number');
    for (const letter of number) await touch(`key-${letter}`);
    await touch('look-up', 'place');
    expect(await page.locator('[data-id^="step-out"]').count()).toBe(0);
    await scan(page, textToKeep(slipOf(site, issued.at(-1))) ?? '');
    await touch('step-out-hold');
    await page.locator('main[data-screen="place-settled"]').waitFor();
    const said = await page.locator('h1').innerText();
    await look(page, 'place-settled');
    const { notBefore } = visitOf(number);
    const until = new Intl.DateTimeFormat('vi', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(notBefore ?? 0);
    expect(said).toBe(`Chỗ của Ông/Bà được giữ đến ${until}`);

    await page.goto(site.kioskUrl);
    await page.locator('main[data-screen="welcome"]').waitFor();
    await scan(page, textToKeep(slipOf(site, issued.at(-1))) ?? '');
    await touch('step-out-return');
    await page.locator('[data-settled="return"]').waitFor();
    expect(visitOf(number)).toMatchObject({ state: 'waiting', notBefore: null });
    expect(complaints).toEqual([]);
  });

  it('checks in with a booking, once', async () => {
    const clerk = await site.asPerson('lan');
    const startsAt = (Math.ceil(now() / 1_800_000) * 1_800_000) as Instant;
    const made = await clerk.execute({ type: 'make-booking', serviceId: COPY, startsAt });
    const [change] = made.ok ? made.value : [];
    if (change?.type !== 'booking-changed') throw new Error('No booking was made');
    const { id, code } = change.booking;

    const { page, complaints } = await openPage(browser, site.kioskUrl, OLD_GLASS);
    const touch = toucher(page);
    await touch('have-booking', 'booking');
    for (const letter of code) await touch(`key-${letter}`);
    await touch('show-code', 'booked');
    await touch('go-needs');
    await touch('need-wheelchair');
    await touch('done');
    await touch('check-in');
    await page.locator('[data-slip="printed"] [data-booking="in-time"]').waitFor();
    const number = await page.locator('[data-part="number"]').innerText();
    await look(page, 'ticket-booked');
    const visit = visitOf(number);
    expect(visit).toMatchObject({ bookedFor: startsAt, serviceId: COPY });
    expect(site.started.hub.state.care.get(visit.id)?.needs).toEqual(['wheelchair']);
    expect(site.started.hub.state.bookings.get(id)).toMatchObject({ state: 'checked-in' });

    await page.goto(site.kioskUrl);
    await page.locator('main[data-screen="welcome"]').waitFor();
    await scan(page, code);
    await page.locator('main[data-screen="booking"] [data-code="already-checked-in"]').waitFor();
    await look(page, 'booking-refused');
    expect(complaints).toEqual([]);
  });

  it('reads that the kiosk is locked, in training, or closed for the day', async () => {
    const { page, complaints } = await openPage(browser, site.kioskUrl, LANDSCAPE);
    const touch = toucher(page);
    const { state } = site.started.hub;
    const kiosk = [...state.devices.values()].find(({ role }) => role === 'kiosk');
    if (kiosk === undefined) throw new Error('No kiosk');
    const set = (locked: boolean, training: boolean) =>
      execute({ commandId: commandId(), type: 'set-kiosk', deviceId: kiosk.id, locked, training });

    await set(true, false);
    await page.locator('main[data-screen="locked"]').waitFor();
    await look(page, 'locked');

    await set(false, true);
    await touch('usual-1.001193');
    await touch('take-number');
    await page.locator('[data-slip="printed"]').waitFor();
    const number = await page.locator('[data-part="number"]').innerText();
    expect(number).toMatch(/^#/);
    expect(await page.locator('[data-part="training"]').count()).toBe(1);
    await look(page, 'training');
    expectOnPaper(site, slipOf(site, issued.at(-1)));

    await set(false, false);
    // Open around the clock, so the weekly hours end at some time.
    const value = { ...state.settings.site, lastTicketMinutes: 14 * 24 * 60 };
    const setting = { kind: 'site', value } as const;
    await execute({ commandId: commandId(), type: 'put-setting', setting });
    await page.goto(site.kioskUrl);
    await page.locator('main[data-screen="ended"]').waitFor();
    await look(page, 'ended');
    await touch('have-number', 'number-landscape');
    expect(complaints).toEqual([]);
  });
});

/** Touches a button; with a name, the resulting screen is checked. */
function toucher(page: Page): (id: string, name?: string) => Promise<void> {
  return async (id, name) => {
    const before = await page.locator('main').getAttribute('data-screen');
    await page.locator(`[data-id="${id}"]`).click();
    if (name === undefined) return;
    await page.locator(`main:not([data-screen="${before ?? ''}"])`).waitFor();
    await look(page, name);
  };
}

/** Checks accessibility and button sizes. It takes as long as the last screen stays. */
async function look(page: Page, name: string): Promise<void> {
  await checkPage(page, `kiosk-rules-${name}`);
  await fontsAreThere(page);
  expect(await smallButtons(page), `small on ${name}`).toEqual([]);
}
