import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CounterId } from '@motcua/domain';
import { BROWSER, checkPage } from './browser.ts';
import { choiceAcceptsKeys, padAcceptsKeys } from './wait-for-keys.ts';
import { expectGoodInEveryLanguage } from './in-every-language.ts';
import { LAPTOP, MARRIAGE, type Office, openOffice } from './office.ts';
import { confirmAnnouncement } from './confirm-announcement.ts';

describe.skipIf(BROWSER === null)('the counter operated by keyboard only', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  async function sitDown(): Promise<Page> {
    const { site, open } = office;
    const page = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('lan'));
    await choiceAcceptsKeys(page);
    await page.keyboard.press('2');
    await padAcceptsKeys(page);
    return page;
  }
  const tab = (page: Page, name: RegExp) =>
    page.locator('[role=tab][aria-selected="true"]').filter({ hasText: name }).waitFor();

  it('parks, calls again and serves; reinstates; signs out', async () => {
    const { site, issue, press } = office;
    const number = await issue(MARRIAGE);
    const other = await issue(MARRIAGE);
    const lan = await sitDown();
    await press(lan, 'Enter', number, 'called');
    await press(lan, 'p', number, 'parked');
    await lan.keyboard.press('g');
    await tab(lan, /Tạm gác/);
    await expectGoodInEveryLanguage(lan, 'counter-parked-keys');
    await press(lan, '1', number, 'called');
    await press(lan, 's', number, 'serving');
    await press(lan, 'f', number, 'closed');

    // Until what was done is noted or put aside, digits answer that.
    await lan.locator('[data-part="result-strip"]').waitFor();
    await lan.keyboard.press('Escape');
    await lan.locator('[data-part="result-strip"]').waitFor({ state: 'detached' });
    // Out of order, with a reason: the menu of the line, and its first choice.
    await lan.keyboard.press('q');
    await tab(lan, /Đang chờ/);
    await lan.keyboard.press('1');
    await lan.getByRole('menu').waitFor();
    await checkPage(lan, 'counter-row-menu');
    await lan.keyboard.press('Enter');
    await lan.getByRole('dialog', { name: /Gọi trước lượt/ }).waitFor();
    await lan.keyboard.press('Escape');
    await lan.getByRole('dialog').waitFor({ state: 'detached' });
    await press(lan, 'Enter', other, 'called');
    await confirmAnnouncement(site, other);
    await lan.locator('[data-command="recall"][aria-disabled="false"]').waitFor();
    await press(lan, 'v', other, 'closed');
    await lan.keyboard.press('l');
    await tab(lan, /Lỡ lượt/);
    await press(lan, '1', other, 'waiting');
    await press(lan, 'Enter', other, 'called');

    await lan.keyboard.press('Shift+O');
    await lan.getByText(`Hãy giải quyết xong số ${other}`).waitFor();
    await press(lan, 's', other, 'serving');
    await press(lan, 'f', other, 'closed');
    await lan.keyboard.press('?');
    await lan.getByRole('dialog').waitFor();
    await checkPage(lan, 'counter-help-keys');
    await lan.keyboard.press('Escape');
    await lan.getByRole('dialog').waitFor({ state: 'detached' });
    await lan.keyboard.press('Shift+O');
    await choiceAcceptsKeys(lan);
    await lan.keyboard.press('2');
    await padAcceptsKeys(lan);
    await lan.keyboard.press('Shift+X');
    await lan.locator('input[type=password]').waitFor();
    await (
      await site.asPerson('lan')
    ).execute({
      type: 'close-counter',
      counterId: 'counter-2' as CounterId,
    });
  });

  it('lists equipment before slips, and marks visitors as helped', async () => {
    const { site } = office;
    site.printer.setState({ paper: 'out' });
    const kiosk = await site.touchKiosk();
    await kiosk.live();
    for (let count = 0; count < 6; count += 1) await kiosk.issue(MARRIAGE, 'vi');
    const failed = () =>
      [...site.started.hub.state.printJobs.values()].filter((job) => job.state === 'failed');
    await expect.poll(() => failed().length, { timeout: 20_000 }).toBe(6);
    const lan = await sitDown();
    await lan.locator('[data-alert="printer"]').waitFor();
    expect(await lan.locator('[data-alert]').nth(0).getAttribute('data-alert')).toBe('voice');
    expect(await lan.locator('[data-alert]').nth(1).getAttribute('data-alert')).toBe('printer');
    expect(await lan.locator('[aria-labelledby="room-title"] li').count()).toBe(3);
    await lan.getByRole('button', { name: 'và 5 nữa' }).waitFor();
    await expectGoodInEveryLanguage(lan, 'counter-room');

    await lan.keyboard.press('y');
    const all = lan.getByRole('dialog');
    await all.waitFor();
    expect(await all.locator('[data-alert]').count()).toBe(8);
    await checkPage(lan, 'counter-room-list');
    await lan.keyboard.press('1');
    await expect.poll(() => failed().filter((job) => job.resolution === 'helped').length).toBe(1);
    await expect.poll(() => all.locator('[data-alert]').count()).toBe(7);
    // While the focused element is being removed.
    await lan.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await all.waitFor({ state: 'detached' });
    await lan
      .getByRole('button', { name: /Đã xong H/ })
      .first()
      .click();
    await expect.poll(() => failed().filter((job) => job.resolution === 'helped').length).toBe(2);
    site.printer.setState({ paper: 'ok' });
  });
});
