import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { createLog, readConfig, startHub, type StartedHub } from '@motcua/hub';
import { createMorningClock } from '@motcua/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';

const LAPTOP = { width: 1366, height: 768 };
const PASSWORD = 'con trâu đi cày ruộng';
/** Clicks, keys that confirm, and fields that are typed into, by all who take part. */
const MOST_TOUCHES = 45;

/** The hands of a newcomer, counted. */
class Hands {
  touches = 0;

  async click(what: Locator): Promise<void> {
    this.touches += 1;
    await what.click();
  }

  async type(field: Locator, text: string): Promise<void> {
    this.touches += 1;
    await field.fill(text);
  }

  async enter(page: Page): Promise<void> {
    this.touches += 1;
    await page.keyboard.press('Enter');
  }
}

describe.skipIf(BROWSER === null)('the first run', () => {
  const cleanUp: (() => unknown)[] = [];
  let hub: StartedHub;
  let browser: Browser;
  let hands: Hands;

  beforeEach(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'motcua-first-'));
    cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const read = readConfig({ port: 0, dataDir });
    if (!read.ok) throw new Error(read.sentence);
    const log = createLog({ level: 'fatal', file: null });
    hub = await startHub(read.config, log, createMorningClock());
    cleanUp.push(() => hub.close());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    hands = new Hands();
  });
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  /** Opens the one-time link and chooses a password; the guided set-up follows by itself. */
  async function signIn() {
    const opened = await openPage(browser, `${hub.url}/admin/#link=${hub.firstLink}`, LAPTOP);
    const { page } = opened;
    await page.locator('input[name="next"]:focus').waitFor();
    await hands.type(page.locator('input[name="next"]'), PASSWORD);
    await hands.enter(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await heading(page, 'Thiết lập trung tâm');
    return opened;
  }
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const next = (page: Page) => hands.click(button(page, /^Tiếp:/));
  const save = async (page: Page) => {
    await hands.click(page.locator('main button[type="submit"]').first());
    await page.getByRole('status').filter({ hasText: 'Đã lưu.' }).waitFor();
  };

  it('leads from an empty folder to the first called number', async () => {
    const { page, complaints } = await signIn();
    await checkPage(page, 'first-run-1-start');
    await hands.click(button(page, 'Bắt đầu'));

    await heading(page, 'Trung tâm');
    await hands.type(page.locator('main input[lang="vi"]').nth(1), 'UBND xã Kim Bôi');
    await hands.type(page.getByLabel('Địa danh'), 'Kim Bôi');
    await save(page);
    await checkPage(page, 'first-run-2-centre');
    await next(page);

    await heading(page, 'Trung tâm làm những việc nào?');
    await checkPage(page, 'first-run-3-services');
    await hands.click(button(page, 'Lấy 61 việc đã chọn'));

    await heading(page, 'Hàng chờ và chữ cái');
    expect(await page.getByText('Chữ cái dễ nhầm').count()).toBe(0);
    await checkPage(page, 'first-run-4-queues');
    await next(page);

    await hands.type(page.getByLabel('Trung tâm có mấy quầy?'), '3');
    await hands.click(button(page, 'Đề xuất các quầy'));
    await page.locator('main ul li').filter({ hasText: 'Hộ tịch' }).first().waitFor();
    await checkPage(page, 'first-run-5-counters');
    await next(page);

    await hands.click(button(page, /Đặt giờ hành chính/));
    await hands.click(button(page, /ngày lễ.*2026|2026/).first());
    await save(page);
    await checkPage(page, 'first-run-6-hours');
    await next(page);

    await hands.click(button(page, 'Thêm người'));
    const dialog = page.getByRole('dialog');
    await hands.type(dialog.locator('input').first(), 'Bùi Thị Lan');
    await hands.type(dialog.getByLabel('Tên đăng nhập'), 'lan');
    await hands.enter(page);
    const secret = await page.locator('[role="dialog"] code').innerText();
    await hands.click(button(page, 'Tôi đã ghi lại'));
    await checkPage(page, 'first-run-7-people');
    await next(page);

    // Numbers are issued at the counter as long as there is no kiosk.
    await heading(page, 'Máy lấy số và máy in');
    await checkPage(page, 'first-run-8-kiosk');
    await next(page);

    hands.touches += 1;
    const { page: wall } = await openPage(browser, `${hub.url}/display/`, LAPTOP);
    await hands.click(button(page, 'Mã khớp, cho phép'));
    await wall.locator('[data-sound]').waitFor();
    await checkPage(page, 'first-run-9-display');
    await next(page);

    await checkPage(page, 'first-run-10-backup');
    await next(page);
    await checkPage(page, 'first-run-11-certificate');
    await next(page);
    await heading(page, 'Còn thiếu');
    const gaps = page.locator('[aria-labelledby="setup-list"] li');
    expect(await gaps.allInnerTexts()).toEqual([expect.stringContaining('máy lấy số')]);
    await checkPage(page, 'first-run-12-finish');

    hands.touches += 1;
    const { page: clerk } = await openPage(browser, `${hub.url}/counter/`, LAPTOP);
    await hands.type(clerk.locator('input[name="login"]'), 'lan');
    await hands.type(clerk.locator('input[name="password"]'), secret);
    await hands.enter(clerk);
    await hands.click(button(clerk, 'Hướng dẫn (không ngồi quầy)'));
    await hands.click(clerk.getByText('Đăng ký kết hôn').first());
    await hands.click(button(clerk, 'Cấp số'));
    const prefix = queueOf('civil');
    await clerk.getByText(`${prefix}001`).first().waitFor();
    await hands.click(button(clerk, 'Chọn quầy của bạn'));
    await hands.click(
      clerk.locator('[data-part="counters"] button').filter({ hasText: 'Hộ tịch' }),
    );
    await clerk.getByText(`${prefix}001`).first().waitFor();
    await hands.enter(clerk);
    await wall.getByText(`${prefix}001`).first().waitFor();
    console.info(`From an empty folder to the first called number: ${hands.touches} touches.`);
    expect(hands.touches).toBeLessThanOrEqual(MOST_TOUCHES);
    expect(complaints).toEqual([]);
  });

  it('keeps every step that was left, and says what is missing', async () => {
    const { page } = await signIn();
    await page.locator('nav a[href="#setup/services"]').click();
    const group = page.getByRole('region', { name: 'Hộ tịch' });
    await group.getByRole('button', { name: 'Bỏ tất cả' }).click();
    await button(page, /^Lấy \d+ việc/).click();
    await heading(page, 'Hàng chờ và chữ cái');
    expect(hub.hub.state.settings.all().queues.map(({ id }) => id as string)).not.toContain(
      'civil',
    );
    await page.goto(`${hub.url}/admin/#setup/services`);
    await page.reload();
    await page.getByText('Còn thiếu ở 6 bước').waitFor();
    expect(await group.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  it('begins with made-up data, and throws them away with one button', async () => {
    const { page } = await signIn();
    await button(page, 'Đưa dữ liệu mẫu vào').click();
    await page.getByText('Đang là dữ liệu mẫu').waitFor();
    await checkPage(page, 'first-run-made-up');
    await button(page, 'Xoá dữ liệu mẫu').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Xoá dữ liệu mẫu' }).click();
    await button(page, 'Đưa dữ liệu mẫu vào').waitFor();
    expect(hub.hub.state.settings.all().services).toEqual([]);
  });

  it('takes over the file of another office after showing what it changes', async () => {
    const { page } = await signIn();
    const file = (text: string) => ({
      name: 'setup.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    const choose = (text: string) =>
      page.getByLabel('Chọn tệp thiết lập (.json)').setInputFiles(file(text));
    await button(page, 'Đưa dữ liệu mẫu vào').click();
    await page.getByText('Đang là dữ liệu mẫu').waitFor();
    await page.locator('nav a[href="#setup/finish"]').click();
    const download = page.waitForEvent('download');
    await button(page, 'Tải tệp thiết lập').click();
    const parts: Buffer[] = [];
    for await (const part of await (await download).createReadStream()) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');

    await page.locator('nav a[href="#setup/start"]').click();
    await choose(text);
    await page.getByText('Mọi thứ đã giống trong tệp.').waitFor();
    await choose(text.slice(0, 5_000));
    await page.getByText('Tệp thiết lập bị cắt hoặc hỏng').waitFor();
    await choose(text.replace('UBND xã Mẫu (dữ liệu thử)', 'UBND xã Bo'));
    await page.getByText('Sửa: 1').waitFor();
    await checkPage(page, 'first-run-file');
    await button(page, 'Áp dụng 1 thay đổi').click();
    await page.getByText('Đã áp dụng tệp thiết lập.').waitFor();
    expect(hub.hub.state.settings.site.authority.vi).toBe('UBND xã Bo');
  });

  function queueOf(id: string): string {
    const queue = hub.hub.state.settings.all().queues.find((each) => each.id === id);
    if (queue === undefined) throw new Error(`no queue ${id}`);
    return queue.series.prefix;
  }
});
