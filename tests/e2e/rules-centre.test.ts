import type { Page } from '@playwright/test';
import type { ServiceId } from '@motcua/domain';
import { plainTicket } from '@motcua/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { expectGoodInEveryLanguage } from './in-every-language.ts';
import { clearRoom, LAPTOP, MARRIAGE, type Office, openOffice } from './office.ts';

const COPY = '2.000815' as ServiceId;

/** Settings of the head and the administrator, as the counter applies them. */
describe.skipIf(BROWSER === null)('the rules of a centre', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    await office.closePages();
    await clearRoom(office);
  });
  afterAll(() => office.close());

  const state = () => office.site.started.hub.state;
  const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const next = (page: Page, number: string, why: string) =>
    Promise.all([
      page.locator('[data-part="next-number"]').getByText(number, { exact: true }).waitFor(),
      page.locator('[data-part="next-why"]').getByText(why).waitFor(),
    ]);

  it('decide how priority goes before others, and the counter explains it', async () => {
    const first = await office.issue(MARRIAGE);
    office.putForward(2);
    const guide = await office.site.asPerson('hanh');
    await guide.execute({ ...plainTicket(MARRIAGE), priorityGroupId: 'elderly' as never });
    const lan = await office.counterPage('lan', 2);
    const head = await office.adminAt('rules');
    const choose = async (mode: string) => {
      await head.locator('[type="radio"] + label strong').getByText(mode, { exact: true }).click();
      await save(head);
    };
    await choose('Gọi hết số ưu tiên trước');
    await next(lan, 'H002', 'Người ưu tiên được gọi trước.');
    await expectGoodInEveryLanguage(lan, 'rules-counter-strict');
    await expectGoodInEveryLanguage(head, 'rules-admin-strict');

    await head
      .locator('[type="radio"] + label strong')
      .getByText('Cộng thêm thời gian chờ', { exact: true })
      .click();
    await head.getByLabel('Số phút cộng thêm').fill('1');
    await save(head);
    await next(lan, first, 'Chờ lâu nhất trong các hàng của quầy.');
    await head.getByLabel('Số phút cộng thêm').fill('15');
    await save(head);
    await next(lan, 'H002', 'Ưu tiên được tính thêm 15 phút chờ.');
    await expectGoodInEveryLanguage(lan, 'rules-counter-ageing');
    await choose('Xen kẽ');
    await next(lan, 'H002', 'Đến lượt ưu tiên');
  });

  it('let a counter take short services first, and a clerk only what they can do', async () => {
    const quick = state().settings.service(COPY);
    if (quick === null) throw new Error('No such service');
    await office.put({ kind: 'service', value: { ...quick, quick: true } });
    const marriage = await office.issue(MARRIAGE);
    const copy = await office.issue(COPY);
    const lan = await office.counterPage('lan', 2);
    const head = await office.adminAt('counters');
    await head.locator('[data-part="row"]', { hasText: 'Hộ tịch, chứng thực' }).click();
    await head
      .locator('[type="radio"] + label strong')
      .getByText('Gọi trước', { exact: true })
      .click();
    await save(head);
    await next(lan, copy, 'Việc nhanh được gọi trước ở quầy này.');
    await expectGoodInEveryLanguage(head, 'rules-admin-quick');

    const people = await office.open(
      `${office.site.hubUrl}/admin/#people`,
      LAPTOP,
      office.site.sessionOf('quantri'),
    );
    const skills = people.getByRole('button', { name: /^Hàng chờ Bùi Thị Lan phục vụ được/ });
    await skills.click();
    await people.getByRole('dialog').getByText('Tất cả các hàng chờ').click();
    await people.getByRole('dialog').getByText('S Chứng thực').click();
    await expectGoodInEveryLanguage(people, 'rules-admin-skills');
    await save(people);
    await skills.getByText('hàng chờ').waitFor();
    await lan.locator('[data-part="next-number"]').getByText(marriage, { exact: true }).waitFor();
    expect(state().people.get('lan' as never)?.skills).not.toContain('cert');
    await expectGoodInEveryLanguage(lan, 'rules-counter-skills');
  });

  it('show needs and represented persons before the call', async () => {
    const kiosk = await office.kioskOf(1080, 1920);
    const touch = (id: string) => kiosk.locator(`[data-id="${id}"]`).click();
    await touch('usual-1.001193');
    await touch('go-needs');
    await touch('need-interpreter');
    await touch('need-wheelchair');
    await touch('done');
    await touch('go-party');
    await touch('files-more');
    await touch('proxy');
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-on-behalf');
    await touch('done');
    await touch('take-number');
    await kiosk.locator('[data-slip]').waitFor();
    const number = await kiosk.locator('[data-part="number"]').innerText();
    expect(office.visitOf(number).party).toEqual({ people: 1, files: 2, proxy: true });
    const lan = await office.counterPage('lan', 2);
    const line = lan.locator('[data-part="line"]', { hasText: number });
    await expect.poll(() => line.locator('[role="img"]').count()).toBe(2);
    await office.press(lan, 'Enter', number, 'called');
    await lan.locator('[data-part="care"]').getByText('xin mời người biết tiếng dân tộc').waitFor();
    await lan.locator('[data-part="care"]').getByText('Đi xe lăn').waitFor();
    await lan.locator('[data-part="party"]').getByText('2 hồ sơ · làm thay người khác').waitFor();
    await expectGoodInEveryLanguage(lan, 'rules-counter-on-behalf');
    await office.press(lan, 's', number, 'serving');
    await office.press(lan, 'f', number, 'closed');
  });

  it('put visits that still wait at midnight first the next morning', async () => {
    const head = await office.adminAt('rules');
    await head
      .locator('[type="radio"] + label strong')
      .getByText('Chuyển sang ngày hôm sau', { exact: true })
      .click();
    await save(head);
    await expect.poll(() => state().settings.site.dayEnd).toBe('roll-over');
    const stays = await office.issue(MARRIAGE);
    const { arrivedAt } = office.visitOf(stays);
    const evening = state().today;

    office.putForward(24 * 60);
    const morning = await office.issue(MARRIAGE);
    expect(state().today).not.toBe(evening);
    expect(office.visitOf(stays)).toMatchObject({ state: 'waiting', arrivedAt });
    expect(morning).toBe('H001');
    const closing = office.site.started.hub.store.journal
      .ofDay(evening)
      .find((change) => change.type === 'day-closed');
    expect(closing?.rolledOver).toContain(stays);
  });
});
