import type { Page } from '@playwright/test';
import {
  createZoneClock,
  type CounterId,
  MIN_PROMISES,
  type Instant,
  type VisitId,
} from '@motcua/domain';
import { estimateText } from '@motcua/printing';
import type { ChangeOf, RequestedAction } from '@motcua/protocol';
import { plainTicket } from '@motcua/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { expectGoodInEveryLanguage } from './in-every-language.ts';
import { BIRTH, type Office, openOffice } from './office.ts';
import { expectOnPaper, slipOf } from './expected-slip.ts';

const COUNTER = 'counter-2' as CounterId;
/** Only that counter is open, so the slip names no other. */
const AT_LAN = { counters: [2] };
const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
/** Early enough for a complete record of estimates within the day. */
const EARLY = ZONE.instantAt(ZONE.localDate(Date.now() as Instant), 2 * 60);

describe.skipIf(BROWSER === null)('the waiting time shown to a visitor', () => {
  let office: Office;
  let minute = 0;
  const issued: ChangeOf<'ticket-issued'>[] = [];

  beforeAll(async () => {
    office = await openOffice(EARLY);
    office.site.started.hub.onCommitted((changes) => {
      for (const change of changes) if (change.type === 'ticket-issued') issued.push(change);
    });
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  /** A visitor comes every six minutes; Lan serves each for five, or not at all. */
  async function pass(minutes: number, isServing = true): Promise<void> {
    const { hub } = office.site.started;
    const lan = await office.site.asPerson('lan');
    const guide = await office.site.asPerson('hanh');
    await lan.execute({ type: 'open-counter', counterId: COUNTER, training: false });
    const act = (visitId: VisitId, action: RequestedAction) =>
      lan.execute({
        ...{ type: 'act-on-visit', visitId, counterId: COUNTER, action },
        ...{ note: null, reason: null },
      });
    for (let passed = 0; passed < minutes; passed += 1, minute += 1) {
      if (minute % 6 === 0) {
        hub.estimates.refresh();
        await guide.execute(plainTicket(BIRTH));
      }
      if (isServing && minute % 5 === 0) {
        await lan.execute({ type: 'call-next', counterId: COUNTER, finishCurrent: true });
        const here = hub.state.at(COUNTER).find(({ state }) => state === 'called');
        if (here !== undefined) await act(here.id, { type: 'start-service' });
      }
      office.putForward(1);
    }
    hub.estimates.refresh();
  }

  /** Takes a number for the most frequent service; returns the texts before and after it. */
  async function takeNumber(): Promise<{ readonly page: Page; readonly shown: string }> {
    const page = await office.kioskOf(1080, 1920);
    await page.locator(`[data-id="usual-${BIRTH}"]`).click();
    await page.locator('[data-id="take-number"]').waitFor();
    office.site.started.hub.estimates.refresh();
    await page.locator('[data-id="take-number"]').click();
    await page.locator('[data-slip="printed"]').waitFor();
    return { page, shown: await page.locator('[data-part="facts"] li').first().innerText() };
  }

  it('is a range while the latest estimates were right, on the screen and on paper', async () => {
    await pass(60);
    const early = await takeNumber();
    expect(early.shown).toMatch(/chờ trước Ông\/Bà$/);
    expect(issued.at(-1)).toMatchObject({ promised: false });
    expectOnPaper(office.site, slipOf(office.site, issued.at(-1), AT_LAN));

    await pass(6 * MIN_PROMISES + 30);
    const { page, shown } = await takeNumber();
    const range = issued.at(-1)?.promise?.range;
    expect(issued.at(-1)).toMatchObject({ promised: true });
    expect(shown).toBe(`Chờ khoảng ${range?.fromMinutes}–${range?.toMinutes} phút`);
    const estimate = range === undefined || range === null ? null : estimateText(range, 'vi');
    expectOnPaper(office.site, slipOf(office.site, issued.at(-1), { ...AT_LAN, estimate }));
    await expectGoodInEveryLanguage(page, 'rules-kiosk-estimate');

    const before = await office.kioskOf(1080, 1920);
    await before.locator(`[data-id="usual-${BIRTH}"]`).click();
    const { estimates } = office.site.started.hub;
    const facts = () => {
      // A forecast is cached for ten seconds, and a manual clock triggers no refresh.
      estimates.refresh();
      return before.locator('[data-part="facts"] li').allInnerTexts();
    };
    await expect
      .poll(facts, { interval: 1_000 })
      .toContainEqual(expect.stringMatching(/^Chờ khoảng \d+–\d+ phút$/));
  });

  it('is the number of people ahead, once estimates were wrong', async () => {
    await pass(240, false);
    const { page, shown } = await takeNumber();
    expect(shown).toMatch(/^\d+ người đang chờ trước Ông\/Bà$/);
    expect(issued.at(-1)).toMatchObject({ promised: false });
    expectOnPaper(office.site, slipOf(office.site, issued.at(-1), AT_LAN));
    await page.locator('[data-id="finish"]').click();
    await page.locator(`[data-id="usual-${BIRTH}"]`).click();
    await page.locator('[data-part="facts"]').waitFor();
    expect(await page.locator('[data-part="facts"]').innerText()).not.toContain('phút');
  });
});
