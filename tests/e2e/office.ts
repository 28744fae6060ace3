import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { CommandId, CounterId, ServiceId, Setting, Visit } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { expect } from 'vitest';
import { openBrowser, openPage } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';

export const LAPTOP = { width: 1366, height: 768 };
export const MARRIAGE = '1.000894' as ServiceId;
export const BIRTH = '1.001193' as ServiceId;

/** A centre with open pages. */
export interface Office {
  readonly site: TestSite;
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
  readonly kioskOf: (width: number, height: number) => Promise<Page>;
  /** Presses a key, and waits until the visit is in that state. */
  readonly press: (page: Page, key: string, number: string, state: Visit['state']) => Promise<void>;
  /** Closes every page; fails if one had errors. */
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** It opens in the morning. */
export async function openOffice(): Promise<Office> {
  const site = await startTestSite({
    now: createMorningClock(),
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
