import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceId } from '@motcua/domain';
import { BROWSER, checkPage } from './browser.ts';
import { expectFitInEveryLanguage, isInView } from './in-every-language.ts';
import { MARRIAGE, type Office, openOffice } from './office.ts';

const PHONE = { width: 390, height: 844 };
const COPY = '2.000815' as ServiceId;

describe.skipIf(BROWSER === null)('a guide with a telephone', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  const onPhone = async (): Promise<Page> => {
    const guide = await office.floorOf('hanh');
    await guide.setViewportSize(PHONE);
    return guide;
  };
  const printJobs = () => [...office.site.started.hub.state.printJobs.values()];

  it('sees every page without horizontal scrolling, in every language', async () => {
    const number = await office.issue(MARRIAGE);
    const guide = await onPhone();
    const tabs = guide.getByRole('tab');
    for (let tab = 0; tab < (await tabs.count()); tab += 1) {
      await tabs.nth(tab).click();
      if (tab === 1) await guide.getByLabel('Số trên phiếu').fill(number);
      await expectFitInEveryLanguage(guide, `phone-floor-${tab}`);
      const over = await guide.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `page ${tab}`).toBe(0);
    }
  });

  it('issues a number with the button in reach of the thumb', async () => {
    const guide = await onPhone();
    await guide.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    expect(await isInView(guide, '[role="tabpanel"] [type="submit"]')).toBe(true);
    await checkPage(guide, 'phone-floor-chosen');
    await guide.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await guide.locator('[data-part="issued-number"]').waitFor();
  });

  it('is alerted when the only display was switched off', async () => {
    const guide = await onPhone();
    const wall = await office.site.asDisplay();
    const condition = { printer: null, sound: 'on' } as const;
    await wall.execute({ type: 'report-condition', condition });
    wall.close();
    const voice = guide.locator('[data-alert="voice"]');
    await expect.poll(() => voice.textContent()).toContain('Không có màn hình nào kết nối');
    await checkPage(guide, 'phone-floor-no-display');
  });

  it('is alerted about a failed slip, and marks its visitor as helped', async () => {
    const guide = await onPhone();
    office.site.printer.setState({ paper: 'out' });
    const kiosk = await office.site.touchKiosk();
    await kiosk.live();
    await kiosk.issue(COPY, 'vi');
    const alert = guide.locator('[data-alert="slip-failed"]');
    await alert.waitFor();
    await checkPage(guide, 'phone-floor-alert');
    await alert.getByRole('button').click();
    await alert.waitFor({ state: 'detached' });
    expect(printJobs()).toMatchObject([{ state: 'failed', resolution: 'helped' }]);
  });
});
