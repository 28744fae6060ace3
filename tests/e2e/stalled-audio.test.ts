import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '@playwright/test';
import { BROWSER } from './browser.ts';
import { padListens } from './pad-ready.ts';
import { BIRTH, MARRIAGE, type Office, openOffice } from './office.ts';

const WALL = { width: 1920, height: 1080 };

/** As a computer that has too much to do, or whose loudspeaker is taken away, does to the sound of a page. */
describe.skipIf(BROWSER === null)('a wall whose sound stands still in the middle of a call', () => {
  let office: Office;
  let wall: Page;

  beforeAll(async () => {
    office = await openOffice();
    wall = await office.open(`${office.site.hubUrl}/display/`, WALL);
    await wall.locator('.wall[data-sound="on"]').waitFor();
  });
  afterAll(() => office.close());

  /** Lets the next call's sound stand still for so long, as often as told, by the clock of another sound; then it goes on. */
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
    const page = await office.deskOf(person, counter);
    await padListens(page);
    await page.keyboard.press('Enter');
  };
  const told = () =>
    [...office.site.started.hub.state.announcements.values()].map(({ state }) => state);

  it('says it late when the sound falls behind, and loses no word of it', async () => {
    await standStill([500, 500, 500, 500, 500, 500]);
    await call(BIRTH, 'lan', 2);
    await expect.poll(told, { timeout: 60_000 }).toEqual(['played']);
  });

  it('says that it was not heard when the sound stays away', async () => {
    await standStill([20_000]);
    await call(MARRIAGE, 'hoa', 3);
    await expect.poll(told, { timeout: 60_000 }).toEqual(['played', 'failed']);
  });
});
