import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CounterId, PersonId } from '@motcua/domain';
import { createSessions, hashSecret } from '@motcua/hub';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';
import { choiceAcceptsKeys } from './wait-for-keys.ts';

const LAPTOP = { width: 1366, height: 768 };
const PASSWORD = 'vườn chuối sau nhà';
const PIN = '4829';

describe.skipIf(BROWSER === null)('signing in', () => {
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

  const linkFor = (id: string) => {
    const { hub } = site.started;
    return createSessions(hub.store.sessions, hub.now).newLink(id as PersonId);
  };
  const clerkAt = (counter: string) => {
    const state = site.started.hub.state.counters.get(counter as CounterId);
    return state !== undefined && 'clerkId' in state ? state.clerkId : null;
  };
  /** Signs in by a link and chooses a password. */
  async function choosePassword(page: Page): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await dialog.getByText('Độ mạnh: Rất tốt').waitFor();
    await dialog.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('lets a person choose a password after a one-time link, and sign in with it', async () => {
    const { page, complaints } = await openPage(
      browser,
      `${site.hubUrl}/counter/#link=${linkFor('lan')}`,
      LAPTOP,
    );
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Mật khẩu mới').fill('matkhau123456');
    await dialog.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await dialog.getByText('Mật khẩu này quá dễ đoán').waitFor();
    await checkPage(page, 'counter-choose-password');
    await choosePassword(page);
    expect(page.url()).not.toContain('link=');

    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Tên đăng nhập').fill('lan');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('[data-part="counters"]').waitFor();
    expect(complaints).toEqual([]);
  });

  it('changes the clerk at a counter by PIN', async () => {
    const { page, complaints } = await openPage(
      browser,
      `${site.hubUrl}/counter/#link=${linkFor('minh')}`,
      LAPTOP,
    );
    await choosePassword(page);
    await page.getByRole('button', { name: 'Tài khoản của tôi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Bạn chưa có mã PIN').waitFor();
    await checkPage(page, 'counter-my-account');
    await dialog.locator('input[name="pin-password"]').fill(PASSWORD);
    await dialog.getByLabel('Mã PIN mới').fill('1234');
    await dialog.getByRole('button', { name: 'Đặt mã PIN' }).click();
    await dialog.getByText('Mã PIN này quá dễ đoán').waitFor();
    await dialog.getByLabel('Mã PIN mới').fill(PIN);
    await dialog.getByRole('button', { name: 'Đặt mã PIN' }).click();
    await dialog.getByText('Đã đặt mã PIN.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Đăng xuất' }).click();

    // Lan works here; Minh takes over.
    const { hub } = site.started;
    const hash = await hashSecret(PASSWORD, hub.secretCost);
    hub.store.secrets.setPassword('lan' as PersonId, hash, hub.now());
    await page.getByRole('button', { name: 'Đăng nhập bằng mật khẩu' }).click();
    await page.getByLabel('Tên đăng nhập').fill('lan');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Xin chào Bùi Thị Lan').waitFor();
    await choiceAcceptsKeys(page);
    await page.keyboard.press('2');
    await expect.poll(() => clerkAt('counter-2')).toBe('lan');
    await page.getByRole('button', { name: 'Đổi cán bộ' }).click();
    await page.getByText('Ai sẽ làm việc tại quầy?').waitFor();
    await checkPage(page, 'counter-pin-who');
    await page.getByRole('button', { name: 'Bùi Văn Minh' }).click();
    await page.getByLabel('Mã PIN của Bùi Văn Minh').fill('5151');
    await page.keyboard.press('Enter');
    await page.getByText('Mã PIN không đúng').waitFor();
    await page.getByLabel('Mã PIN của Bùi Văn Minh').fill(PIN);
    await checkPage(page, 'counter-pin');
    await page.keyboard.press('Enter');
    await expect.poll(() => clerkAt('counter-2')).toBe('minh');
    await page.locator('header button', { hasText: 'Bùi Văn Minh' }).waitFor();
    await checkPage(page, 'counter-taken-over');
    // The browser logs the answer 401 to the wrong PIN.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('asks for a password where no person has signed in today', async () => {
    const { page } = await openPage(browser, `${site.hubUrl}/counter/`, LAPTOP);
    await page.getByLabel('Mật khẩu').waitFor();
    expect(await page.getByText('Ai sẽ làm việc tại quầy?').count()).toBe(0);
  });

  it('gives a link to a clerk who has lost the password, and ends their sessions', async () => {
    const clerk = await openPage(browser, `${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('hoa'));
    await clerk.page.locator('[data-part="counters"]').waitFor();
    const { page, complaints } = await openPage(
      browser,
      `${site.hubUrl}/admin/#people`,
      LAPTOP,
      site.sessionOf('quantri'),
    );
    const row = page.getByRole('row', { name: /Quách Thị Hoa/ });
    await row.getByRole('button', { name: /Cấp đường dẫn/ }).click();
    await checkPage(page, 'admin-give-link');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cấp đường dẫn' }).click();
    const address = await page.getByRole('dialog').locator('code').innerText();
    await checkPage(page, 'admin-link');
    await page.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    await row.getByRole('button', { name: /Đăng xuất/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Đăng xuất/ })
      .click();
    await clerk.page.getByLabel('Mật khẩu').waitFor();
    await checkPage(page, 'admin-people');

    const again = await openPage(browser, address, LAPTOP);
    await choosePassword(again.page);
    await again.page.locator('[data-part="counters"]').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows each role its own pages: the guide the floor, the administrator all but reports', async () => {
    const guide = await openPage(
      browser,
      `${site.hubUrl}/counter/`,
      LAPTOP,
      site.sessionOf('hanh'),
    );
    await guide.page.locator('[data-part="floor"]').waitFor();
    expect(await guide.page.locator('[data-part="counters"]').count()).toBe(0);
    const administrator = await openPage(
      browser,
      `${site.hubUrl}/admin/`,
      LAPTOP,
      site.sessionOf('quantri'),
    );
    const pages = administrator.page.getByRole('navigation').getByRole('link');
    await pages.first().waitFor();
    expect(await pages.allInnerTexts()).toEqual([
      ...['Hôm nay', 'Thiết lập từng bước', 'Nhật ký', 'Vì sao chờ lâu?', 'Thiết bị'],
      ...['Người dùng', 'Quầy', 'Dịch vụ và hàng chờ', 'Giờ làm việc', 'Quy tắc phục vụ'],
      ...['Trung tâm', 'Nhập và xuất dữ liệu', 'An toàn dữ liệu', 'Chương trình khác'],
    ]);
    const stray = await openPage(
      browser,
      `${site.hubUrl}/counter/`,
      LAPTOP,
      site.sessionOf('quantri'),
    );
    await stray.page.getByText('Tài khoản của bạn không có quyền dùng trang này').waitFor();
    await checkPage(stray.page, 'counter-not-yours');
    await stray.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await stray.page.getByLabel('Mật khẩu').waitFor();
    for (const { complaints } of [guide, administrator, stray]) expect(complaints).toEqual([]);
  });
});
