import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestSite, type TestSite } from '@motcua/testing';
import { checkBackup } from '@motcua/store';
import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';

const LAPTOP = { width: 1366, height: 768 };

describe.skipIf(BROWSER === null)('backup and standby in administration', () => {
  let site: TestSite;
  let browser: Browser;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-e2e-'));
    site = await startTestSite({ dataDir });
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const openAdmin = (page: string, whose = 'quantri') =>
    openPage(browser, `${site.hubUrl}/admin/#${page}`, LAPTOP, site.sessionOf(whose));
  const backups = () => readdirSync(join(dataDir, 'backups'));

  it('make a backup at the press of a button, and show its age and place', async () => {
    const { page, complaints } = await openAdmin('safekeeping');
    await page.getByText('Chưa có bản nào.').waitFor();
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByText('Đã sao lưu xong.').waitFor();
    await page.getByText('vừa xong').waitFor();
    await checkPage(page, 'admin-safekeeping-made');

    const [name = ''] = backups();
    await page.getByText(join(dataDir, 'backups', name)).waitFor();
    expect(checkBackup(join(dataDir, 'backups', name))).toMatchObject({
      database: site.started.hub.store.history.read().database,
    });
    expect(complaints).toEqual([]);
  });

  it('alert staff on every page that a backup failed, until one is made', async () => {
    await openAdmin('safekeeping');
    const folder = join(dataDir, 'backups');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'a file where the folder was');
    const { page } = await openAdmin('safekeeping');
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByText('Không ghi được vào nơi lưu.').waitFor();
    await checkPage(page, 'admin-safekeeping-failed');
    const today = await openAdmin('today');
    await today.page.getByText('Lần sao lưu gần nhất không thành.').waitFor();
    const clerk = `${site.hubUrl}/counter/`;
    const counter = await openPage(browser, clerk, LAPTOP, site.sessionOf('lan'));
    await counter.page.getByText('Đã lâu chưa sao lưu được').waitFor();
    await checkPage(counter.page, 'counter-backup-alarm');

    rmSync(folder);
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByText('Đã sao lưu xong.').waitFor();
    expect(backups()).toHaveLength(1);
  });

  it('have settings for the hour and the second computer', async () => {
    const { page, complaints } = await openAdmin('safekeeping', 'dung');
    await page.getByLabel('Giờ sao lưu').fill('18:30');
    await page.getByLabel('Địa chỉ máy dự phòng').fill('http://192.168.1.11:7100/');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    const { settings } = site.started.hub.state;
    await expect
      .poll(() => settings.safekeeping)
      .toMatchObject({ backupAt: '18:30', standbyAddress: 'http://192.168.1.11:7100' });
    expect(complaints).toEqual([]);
  });

  it('show when each device was last connected, and one that never was', async () => {
    await site.tokenFor('display', 'Màn hình phòng sau');
    const wall = await openPage(browser, `${site.hubUrl}/display/?name=Sảnh`, LAPTOP);
    await wall.page.locator('[data-sound]').waitFor();
    const { page, complaints } = await openAdmin('devices');
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('Sảnh').getByText('vừa xong').waitFor();
    await row('Kiosk 1').getByText('vừa xong').waitFor();
    await row('Màn hình phòng sau').getByText('chưa liên lạc').waitFor();
    await checkPage(page, 'admin-devices-heard');
    expect(complaints).toEqual([]);
  });
});
