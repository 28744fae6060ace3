/** npm run pictures: takes the pictures of README anew, from a made-up morning in a real centre. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { CounterId, Instant } from '@motcua/domain';
import { plainTicket } from '@motcua/protocol';
import { createSeededRandom, MORNING, startTestSite, type TestSite } from '@motcua/testing';
import { buildPages } from './build-pages.ts';
import { findChromium } from './find-chromium.ts';
import { ROOT } from './run-tasks.ts';

const PICTURES = join(ROOT, 'docs/pictures');
const LAPTOP = { width: 1366, height: 768 };
const MINUTE_MS = 60_000;
/** Counter by clerk, as in Kim Bôi. */
const CLERKS = { hoa: 1, son: 5, minh: 3, thu: 4, lan: 2 } as const;
const ARRIVALS = 40;

const executablePath = findChromium();
if (executablePath === null) {
  console.error('No Chromium or Chrome was found; set CHROMIUM to its path.');
  process.exit(1);
}
await buildPages();
let shiftMs = MORNING - 110 * MINUTE_MS - Date.now();
const now = () => (Date.now() + shiftMs) as Instant;
const site = await startTestSite({ now, kioskPageDir: join(ROOT, 'apps/kiosk/dist') });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
});
try {
  await takePictures(site, browser, await playMorning(site));
} finally {
  await browser.close();
  await site.close();
}

/** People come every few minutes; at each arrival one clerk calls the next. Answers the call that comes last. */
async function playMorning({ asPerson, started }: TestSite): Promise<() => Promise<void>> {
  const random = createSeededRandom(7);
  const guide = await asPerson('hanh');
  const services = started.hub.state.settings.all().services.slice(0, 30);
  const clerks = await Promise.all(
    Object.entries(CLERKS).map(async ([id, number]) => {
      const link = await asPerson(id);
      const counterId = `counter-${number}` as CounterId;
      await link.execute({ type: 'open-counter', counterId, training: false });
      return { link, counterId };
    }),
  );
  const call = async ({ link, counterId }: (typeof clerks)[number]) => {
    await link.execute({ type: 'call-next', counterId, finishCurrent: true });
    return [...started.hub.state.visits.values()].find(
      (visit) => visit.state === 'called' && visit.counterId === counterId,
    );
  };
  for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
    const service = services[Math.floor(random.next() * services.length)];
    if (service !== undefined) await guide.execute(plainTicket(service.id));
    shiftMs += Math.round((1 + random.next() * 3) * MINUTE_MS);
    // A few more come than are called, so that the room is not empty.
    const clerk = arrival % 4 === 3 ? undefined : clerks[arrival % clerks.length];
    const called = clerk === undefined ? undefined : await call(clerk);
    if (clerk === undefined || called === undefined) continue;
    const { link, counterId } = clerk;
    const about = { visitId: called.id, counterId, note: null, reason: null } as const;
    await link.execute({ type: 'act-on-visit', ...about, action: { type: 'start-service' } });
  }
  return async () => {
    const last = clerks.at(-1);
    if (last !== undefined) await call(last);
  };
}

async function takePictures(
  centre: TestSite,
  chrome: Browser,
  callLast: () => Promise<void>,
): Promise<void> {
  const { hubUrl, kioskUrl, sessionOf, printer } = centre;
  const open = async (
    url: string,
    viewport: { readonly width: number; readonly height: number },
    session?: string,
  ): Promise<Page> => {
    const context = await chrome.newContext({ viewport, reducedMotion: 'reduce', locale: 'vi-VN' });
    if (session !== undefined)
      await context.addCookies([{ name: 'motcua_session', value: session, url: hubUrl }]);
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate('document.fonts.ready.then(() => null)');
    return page;
  };
  const keep = (page: Page, name: string) =>
    page.screenshot({ path: join(PICTURES, `${name}.jpg`), type: 'jpeg', quality: 82 });

  const kiosk = await open(kioskUrl, { width: 1080, height: 1920 });
  await kiosk.locator('[data-id="usual-1.001193"]').waitFor();
  await keep(kiosk, 'kiosk');
  await kiosk.locator('[data-id="usual-1.001193"]').click();
  await kiosk.locator('[data-id="take-number"]').click();
  await kiosk.locator('[data-slip="printed"]').waitFor();
  const slip = await fetch(`${centre.paperUrl}/slips/${printer.slips().length}.png`);
  if (!slip.ok) throw new Error(`The printer has no picture of the slip: ${slip.status}`);
  writeFileSync(join(PICTURES, 'slip.png'), Buffer.from(await slip.arrayBuffer()));

  const display = await open(`${hubUrl}/display/`, { width: 1920, height: 1080 });
  await display.locator('main').waitFor();
  const counter = await open(`${hubUrl}/counter/`, LAPTOP, sessionOf('lan'));
  await counter.locator('[data-part="pad"]').waitFor();
  await callLast();
  await counter.getByText('Đã gọi', { exact: true }).waitFor();
  await display.getByText('Mời số').waitFor();
  await keep(counter, 'counter');
  await keep(display, 'display');

  const admin = await open(`${hubUrl}/admin/#today`, LAPTOP, sessionOf('dung'));
  await admin.locator('main h1').waitFor();
  await keep(admin, 'admin');

  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now());
  await keepReport(`${hubUrl}/api/reports/day/${day}.pdf`, sessionOf('dung'));
}

/** The first page of the day's report; needs pdftoppm (poppler-utils). */
async function keepReport(url: string, session: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie: `motcua_session=${session}` } });
  if (!answer.ok) throw new Error(`No report: ${answer.status}`);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pictures-'));
  const pdf = join(folder, 'report.pdf');
  writeFileSync(pdf, Buffer.from(await answer.arrayBuffer()));
  const target = join(PICTURES, 'report');
  const { status } = spawnSync('pdftoppm', [
    ...['-png', '-r', '80', '-f', '1', '-singlefile', pdf, target],
  ]);
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error('pdftoppm is missing or failed (Debian: poppler-utils)');
}
