import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { CommandId, CounterId, Instant, ServiceId, Setting, Visit } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { MORNING, startTestSite, type TestSite } from '@motcua/testing';
import { expect } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';

export const LAPTOP = { width: 1366, height: 768 };
export const MARRIAGE = '1.000894' as ServiceId;
export const BIRTH = '1.001193' as ServiceId;

/** A centre with open pages, whose clock can be put forward. */
export interface Office {
  readonly site: TestSite;
  readonly now: () => Instant;
  readonly putForward: (minutes: number) => void;
  readonly visitOf: (number: string) => Visit;
  readonly issue: (...serviceIds: readonly ServiceId[]) => Promise<string>;
  readonly put: (setting: Setting) => Promise<void>;
  /** Opens any page, with a person's session. */
  readonly open: (
    url: string,
    viewport: { readonly width: number; readonly height: number },
    session?: string,
  ) => Promise<Page>;
  /** The page of a clerk at that counter. */
  readonly counterPage: (person: string, counter: number) => Promise<Page>;
  readonly floorOf: (person: string) => Promise<Page>;
  readonly adminAt: (page: string) => Promise<Page>;
  readonly kioskOf: (width: number, height: number) => Promise<Page>;
  /** Presses a key, and waits until the visit is in that state. */
  readonly press: (page: Page, key: string, number: string, state: Visit['state']) => Promise<void>;
  /** Closes every page; fails if one had errors. */
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `from` is the initial time of the clock. */
export async function openOffice(from: Instant = MORNING): Promise<Office> {
  let shiftMs = from - Date.now();
  const now = (): Instant => (Date.now() + shiftMs) as Instant;
  const site = await startTestSite({
    now,
    kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
  });
  const browser: Browser = await openBrowser();
  const complaints: (readonly string[])[] = [];
  const open: Office['open'] = async (url, viewport, session) => {
    const opened = await openPage(browser, url, viewport, session ?? null);
    complaints.push(opened.complaints);
    return opened.page;
  };
  const visitOf = (number: string): Visit => {
    const visits = [...site.started.hub.state.visits.values()];
    const found = visits.find(({ ticket }) => ticket.number === number);
    if (found === undefined) throw new Error(`No visit ${number}`);
    return found;
  };
  const counterPage = (person: string) =>
    open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf(person));

  return {
    site,
    now,
    putForward: (minutes) => (shiftMs += minutes * 60_000),
    visitOf,
    open,
    async issue(...serviceIds) {
      const [first] = serviceIds;
      if (first === undefined) throw new Error('no service');
      const guide = await site.asPerson('hanh');
      const answer = await guide.execute({ ...plainTicket(first), serviceIds });
      const issued = answer.ok ? answer.value.find(({ type }) => type === 'ticket-issued') : null;
      if (issued?.type !== 'ticket-issued') throw new Error('no ticket');
      return issued.visit.ticket.number;
    },
    async put(setting) {
      const commandId = crypto.randomUUID() as CommandId;
      const { hub } = site.started;
      const done = await hub.execute({ commandId, type: 'put-setting', setting }, THE_HUB_ITSELF);
      expect(done).toMatchObject({ ok: true });
    },
    async counterPage(person, counter) {
      const clerk = await site.asPerson(person);
      const counterId = `counter-${counter}` as CounterId;
      await clerk.execute({ type: 'open-counter', counterId, training: false });
      const page = await counterPage(person);
      await page.locator('[data-part="pad"]').waitFor();
      return page;
    },
    async floorOf(person) {
      const page = await counterPage(person);
      await page.locator('[data-part="floor"]').waitFor();
      return page;
    },
    async adminAt(name) {
      const page = await open(`${site.hubUrl}/admin/#${name}`, LAPTOP, site.sessionOf('dung'));
      await page.locator(`nav a[href="#${name}"][aria-current]`).waitFor();
      await page.locator('main h1').waitFor();
      return page;
    },
    kioskOf: (width, height) => open(site.kioskUrl, { width, height }),
    async press(page, key, number, state) {
      await padAcceptsKeys(page);
      await page.keyboard.press(key);
      await expect.poll(() => visitOf(number).state).toBe(state);
      await padAcceptsKeys(page);
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      expect(complaints.splice(0).flat()).toEqual([]);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Clears the room, so that one test does not affect the next. */
export async function clearRoom({ site }: Office): Promise<void> {
  const head = await site.asPerson('dung');
  for (const visit of [...site.started.hub.state.visits.values()]) {
    if (visit.state === 'closed') continue;
    const about = { visitId: visit.id, counterId: null, note: null, reason: 'xong' } as const;
    if (visit.state === 'serving')
      await head.execute({ type: 'act-on-visit', ...about, action: { type: 'send-back' } });
    const action = { type: 'cancel', as: 'cancelled' } as const;
    await head.execute({ type: 'act-on-visit', ...about, action });
  }
}
