import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createLog, readConfig, startHub } from '@motcua/hub';
import { createMorningClock } from '@motcua/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';

const LAPTOP = { width: 1366, height: 768 };
const PASSWORD = 'con trâu đi cày ruộng';

describe.skipIf(BROWSER === null)('the first start', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  it('leads from an empty folder to a first number on the display', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'motcua-first-'));
    cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const read = readConfig({ port: 0, dataDir });
    if (!read.ok) throw new Error(read.sentence);
    const log = createLog({ level: 'fatal', file: null });
    const hub = await startHub(read.config, log, createMorningClock());
    cleanUp.push(() => hub.close());
    const browser = await openBrowser();
    cleanUp.push(() => browser.close());

    const { page, complaints } = await openPage(
      browser,
      `${hub.url}/admin/#link=${hub.firstLink}`,
      LAPTOP,
    );
    // The field has the focus already.
    await page.locator('input[name="next"]:focus').waitFor();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const todo = page.locator('[aria-labelledby="setup-list"] li');
    expect(await todo.count()).toBe(9);
    await checkPage(page, 'admin-first-start');

    await toDo(page, 'Đặt tên trung tâm');
    await page.locator('input[lang="vi"]').nth(1).fill('UBND xã Kim Bôi');
    await save(page);
    await toDo(page, 'Đặt giờ làm việc');
    await page.getByRole('button', { name: /Đặt giờ hành chính/ }).click();
    await save(page);

    // Adding a service creates its group and its queue.
    await toDo(page, 'Thêm dịch vụ');
    const editor = page.locator('[data-part="editor"]');
    await editor.getByRole('button', { name: 'Thêm dịch vụ' }).click();
    await editor.locator('input[lang="vi"]').first().fill('Đăng ký kết hôn');
    for (const [made, letters] of [
      ['Thêm nhóm dịch vụ', null],
      ['Thêm hàng chờ', 'H'],
    ] as const) {
      await editor.getByRole('button', { name: made }).click();
      const dialog = page.getByRole('dialog', { name: made });
      await dialog.locator('input:focus').waitFor();
      await page.keyboard.type('Hộ tịch');
      if (letters !== null) await dialog.getByLabel('Chữ cái').fill(letters);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    }
    await save(page);
    await checkPage(page, 'admin-first-service');

    await toDo(page, 'Thêm quầy');
    await editor.getByRole('button', { name: 'Thêm quầy' }).click();
    await editor.locator('input[lang="vi"]').first().fill('Hộ tịch');
    await editor.getByRole('button', { name: /Hộ tịch/ }).click();
    await save(page);

    await toDo(page, 'Thêm cán bộ');
    await page.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByRole('dialog').locator('input:focus').waitFor();
    await page.keyboard.type('Bùi Thị Lan');
    await page.getByLabel('Tên đăng nhập').fill('lan');
    await page.keyboard.press('Enter');
    const secret = await page.locator('[role="dialog"] code').innerText();
    await page.getByRole('button', { name: 'Tôi đã ghi lại' }).click();

    // The first administrator may set up everything, also the time of backups.
    await page.locator('nav a[href="#safekeeping"]').click();
    await page.locator('main form input').first().fill('18:30');
    await save(page);

    const { page: wall } = await openPage(browser, `${hub.url}/display/`, LAPTOP);
    await toDo(page, 'Cho phép một màn hình');
    await page.getByRole('button', { name: 'Mã khớp, cho phép' }).click();
    await wall.locator('[data-sound]').waitFor();
    await page.locator('nav a[href="#today"]').click();
    await page.locator('[aria-labelledby="setup-list"]').waitFor();
    // Numbers are issued at the counter as long as there is no kiosk.
    expect(await todo.allInnerTexts()).toEqual([expect.stringContaining('máy lấy số')]);

    const { page: clerk } = await openPage(browser, `${hub.url}/counter/`, LAPTOP);
    await clerk.locator('input[name="login"]').fill('lan');
    await clerk.locator('input[name="password"]').fill(secret);
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('button', { name: /Hướng dẫn/ }).click();
    await clerk.getByText('Đăng ký kết hôn').click();
    await clerk.getByRole('button', { name: 'Cấp số' }).click();
    await clerk.getByText('H001').first().waitFor();
    await clerk.getByRole('button', { name: 'Chọn quầy của bạn' }).click();
    await clerk.locator('[data-part="counters"] button').first().click();
    await clerk.getByText('H001').first().waitFor();
    await clerk.keyboard.press('Enter');
    await wall.getByText('H001').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

/** Follows the list of open tasks. */
async function toDo(page: Page, name: string): Promise<void> {
  await page.locator('nav a[href="#today"]').click();
  await page
    .locator('[aria-labelledby="setup-list"] li', { hasText: name })
    .getByRole('button')
    .click();
}

async function save(page: Page): Promise<void> {
  await page.locator('main button[type="submit"]').click();
  await page.getByRole('status').filter({ hasText: 'Đã lưu.' }).waitFor();
}
