import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { BROWSER } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';
import { BIRTH, MARRIAGE, type Office, openOffice } from './office.ts';

const WALL = { width: 1920, height: 1080 };

/** Simulates an overloaded computer, or one whose loudspeaker is removed. */
describe.skipIf(BROWSER === null)('a display whose sound stalls in the middle of a call', () => {
  let office: Office;
  let wall: Page;

  beforeAll(async () => {
    office = await openOffice();
    wall = await office.open(`${office.site.hubUrl}/display/`, WALL);
    await wall.locator('[data-sound="on"]').waitFor();
  });
  afterAll(() => office.close());

  /** Stalls the next call's sound this long, as often as given, by the clock of another sound; then it goes on. */
  const standStill = (pausesMs: readonly number[]) =>
    wall.evaluate((pauses) => {
      const { prototype } = AudioBufferSourceNode;
      const clock = new AudioContext();
      const pass = (ms: number) =>
        new Promise((done) => {
          const tick = new ConstantSourceNode(clock, { offset: 0 });
          tick.connect(clock.destination);
          tick.addEventListener('ended', done);
          tick.start();
          tick.stop(clock.currentTime + ms / 1000);
        });
      const start = prototype.start;
      prototype.start = function (...when) {
        prototype.start = start;
        start.apply(this, when);
        const context = this.context as AudioContext;
        void (async () => {
          for (const ms of pauses) {
            await pass(200);
            await context.suspend();
            await pass(ms);
            await context.resume();
          }
        })();
      };
    }, pausesMs);

  const call = async (service: typeof BIRTH, person: string, counter: number) => {
    await office.issue(service);
    const page = await office.counterPage(person, counter);
    await padAcceptsKeys(page);
    await page.keyboard.press('Enter');
  };
  const reported = () =>
    [...office.site.started.hub.state.announcements.values()].map(({ state }) => state);

  it('finishes late when the sound falls behind, and loses no word', async () => {
    await standStill([500, 500, 500, 500, 500, 500]);
    await call(BIRTH, 'lan', 2);
    await expect.poll(reported, { timeout: 60_000 }).toEqual(['played']);
  });

  it('reports that it was not audible when the sound does not come back', async () => {
    await standStill([20_000]);
    await call(MARRIAGE, 'hoa', 3);
    await expect.poll(reported, { timeout: 60_000 }).toEqual(['played', 'failed']);
  });
});
