import { connectToHub } from '@motcua/client';
import type { CommandId, PersonId, ServiceId } from '@motcua/domain';
import { type Identity } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite, until } from '@motcua/testing';
import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';

const LAPTOP = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const MARRIAGE = '1.000894' as ServiceId;
const LAN: Identity = {
  deviceId: null,
  deviceRole: null,
  personId: 'lan' as PersonId,
  personRole: 'clerk',
};

describe.skipIf(BROWSER === null)('the settings of an office', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock() });
    browser = await openBrowser();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const openAdmin = (page: string) =>
    openPage(browser, `${site.hubUrl}/admin/#${page}`, LAPTOP, site.sessionOf('dung'));
  const commandId = () => crypto.randomUUID() as CommandId;

  it('reach the hub when they are changed', async () => {
    const { settings } = site.started.hub.state;
    const { page, complaints } = await openAdmin('rules');
    await page.locator('main h1').waitFor();
    await checkPage(page, 'admin-rules');
    await page.getByRole('button', { name: 'Nhóm ưu tiên' }).click();
    await page.getByRole('button', { name: 'Người từ 75 tuổi' }).click();
    await checkPage(page, 'admin-priority-group');
    await page
      .locator('[data-part="editor"]')
      .getByLabel('Tiếng Việt')
      .fill('Người từ 70 tuổi trở lên');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect
      .poll(() => settings.all().priorityGroups.map(({ name }) => name.vi))
      .toContain('Người từ 70 tuổi trở lên');

    await page.getByRole('button', { name: 'Quy tắc chung' }).click();
    await page.getByLabel('Khi quay lại đứng sau (người)').fill('5');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.poll(() => settings.site.missed.behind).toBe(5);
    expect(complaints).toEqual([]);
  });

  it('keep a missed number on the display until its visitor is back', async () => {
    const { hub } = site.started;
    const give = async (command: Parameters<typeof hub.execute>[0]) => {
      const result = await hub.execute(command, LAN);
      expect(result).toMatchObject({ ok: true });
    };
    const counter = hub.state.settings.all().counters[1];
    const counterId = counter?.id ?? ('none' as never);
    await give({ commandId: commandId(), ...plainTicket(MARRIAGE) });
    await give({ commandId: commandId(), type: 'open-counter', counterId, training: false });
    await give({ commandId: commandId(), type: 'call-next', counterId, finishCurrent: false });
    const wall = await openPage(browser, `${site.hubUrl}/display/`, WALL);
    await wall.page.locator('[data-part="number"]').getByText('H001').waitFor();
    expect(await wall.page.locator('footer').count()).toBe(0);

    const visit = [...hub.state.visits.values()].find(({ ticket }) => ticket.number === 'H001');
    // A no-show needs an audible call.
    await expect
      .poll(() => [...hub.state.announcements.values()].map(({ state }) => state), {
        timeout: 60_000,
        interval: 200,
      })
      .toEqual(['played']);
    await give({
      commandId: commandId(),
      type: 'act-on-visit',
      visitId: visit?.id ?? ('none' as never),
      counterId,
      action: { type: 'mark-no-show' },
      note: null,
      reason: null,
    });
    await wall.page.locator('footer').getByText('H001').waitFor();
    await checkPage(wall.page, 'display-missed');
    const today = await openAdmin('today');
    await today.page.locator('[data-part="set-aside"]').getByText('H001').waitFor();

    await give({
      commandId: commandId(),
      type: 'step-out',
      visitId: visit?.id ?? ('none' as never),
      wish: 'rejoin',
    });
    await wall.page.locator('footer').waitFor({ state: 'detached' });
    expect([...wall.complaints, ...today.complaints]).toEqual([]);
  });

  it('lock a kiosk remotely', async () => {
    const kiosk = connectToHub({
      url: site.hubUrl,
      role: 'kiosk',
      deviceToken: await site.tokenFor('kiosk', 'Máy ở cổng'),
    });
    await until(kiosk, () => kiosk.getState().connection === 'live');
    expect(await kiosk.execute(plainTicket(MARRIAGE))).toMatchObject({ ok: true });

    const { page, complaints } = await openAdmin('devices');
    await page.getByText('Máy ở cổng').waitFor();
    await checkPage(page, 'admin-devices-kiosks');
    await page.getByRole('button', { name: 'Khoá “Máy ở cổng”?', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Khoá', exact: true }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.getByText('Đang khoá').waitFor();
    expect(await kiosk.execute(plainTicket(MARRIAGE))).toMatchObject({
      ok: false,
      refusal: { code: 'kiosk-locked' },
    });
    kiosk.close();
    expect(complaints).toEqual([]);
  });
});
