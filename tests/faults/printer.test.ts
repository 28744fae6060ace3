import { afterEach, describe, expect, it } from 'vitest';
import type { PrintJob, PrintJobId } from '@motcua/domain';
import {
  createMorningClock,
  kimBoi,
  startTestSite,
  type TestSite,
  type ThermalPrinter,
} from '@motcua/testing';
import { count, addToTally } from './tally.ts';

/** The simulated faults of the printer, before a slip or in the middle of it, and their codes. */
const BEFORE: readonly (readonly [
  string,
  (printer: ThermalPrinter) => unknown,
  PrintJob['fault'],
])[] = [
  ['takes no connection any more', (printer) => printer.close(), 'busy'],
  ['takes everything and answers nothing', hang, 'no-answer'],
  ['breaks every connection off', (p) => p.setState({ behaviour: 'reset' }), 'connection-lost'],
  ['has no paper', (p) => p.setState({ paper: 'out' }), 'out-of-paper'],
  ['stands open', (p) => p.setState({ cover: 'open' }), 'cover-open'],
];
const IN_THE_MIDDLE: typeof BEFORE = [
  ['hangs', hang, 'no-answer'],
  ['hangs up', (p) => p.setState({ behaviour: 'close' }), 'connection-lost'],
  ['is opened', (p) => p.setState({ cover: 'open' }), 'cover-open'],
  ['runs out of paper', (p) => p.setState({ paperLeftDots: 0 }), 'out-of-paper'],
];

function hang(printer: ThermalPrinter): void {
  printer.setState({ behaviour: 'silent' });
}

describe('a printer', () => {
  const sites: TestSite[] = [];
  afterEach(async () => {
    for (const site of sites.splice(0)) await site.close();
  });
  const service = kimBoi.services[0]?.id;

  async function touch(site: TestSite) {
    if (service === undefined) throw new Error('The centre has no service');
    const page = await site.touchKiosk();
    await page.live();
    const news = page.nextSlip();
    const issued = await page.issue(service, 'vi');
    if (!issued.ok) throw new Error(issued.refusal.code);
    return { page, news, ...issued.value };
  }

  /** A number was shown but its slip failed: it stays valid, and is never printed a second time. */
  async function expectKept(
    site: TestSite,
    { page, news, number, printJobId }: Awaited<ReturnType<typeof touch>>,
    fault: PrintJob['fault'],
    what: string,
    slipsBefore = 0,
  ): Promise<void> {
    expect({ what, ...(await news) }).toMatchObject({
      what,
      id: printJobId,
      state: 'failed',
      fault,
    });
    expect(await page.resolve(printJobId, 'noted')).toEqual({ ok: true, value: null });
    const { hub } = site.started;
    await settled(site, printJobId);
    expect(hub.state.printJobs.get(printJobId)).toMatchObject({ fault, resolution: 'noted' });
    // A printer that only stopped answering may have printed it; a second slip must never follow.
    const whole = site.printer.slips().filter(({ cut }) => cut).length;
    expect(whole - slipsBefore).toBeLessThanOrEqual(fault === 'no-answer' ? 1 : 0);
    page.close();
    const held = [...hub.state.visits.values()].filter(({ state }) => state === 'waiting');
    addToTally(
      count(
        1,
        [number],
        held.map(({ ticket }) => ticket.number),
      ),
    );
  }

  /** A successful slip: the kiosk learns how long it takes, and which queries the printer answers. */
  async function printOne(site: TestSite): Promise<void> {
    const { page, news, printJobId } = await touch(site);
    expect(await news).toMatchObject({ state: 'printed', proof: 'proved' });
    expect(await page.resolve(printJobId, 'given-back')).toEqual({ ok: true, value: null });
    page.close();
  }

  it.each(BEFORE)('that %s loses no number', async (what, happens, fault) => {
    const site = await startTestSite({ now: createMorningClock() });
    sites.push(site);
    await printOne(site);
    await happens(site.printer);
    await expectKept(site, await touch(site), fault, what, 1);
  });

  it('that fails in the middle of a slip loses no number, whatever the fault', async () => {
    // All sites are started before the first touch, because starting one blocks this process.
    const befalls: [TestSite, (typeof IN_THE_MIDDLE)[number]][] = [];
    for (const fault of IN_THE_MIDDLE) {
      const site = await startTestSite({ now: createMorningClock() });
      sites.push(site);
      befalls.push([site, fault]);
    }
    await Promise.all(
      befalls.map(async ([site, [what, happens, fault]]) => {
        const { printer } = site;
        await printOne(site);
        printer.setState({ behaviour: 'slow', paperLeftDots: 100_000 });
        const touched = await touch(site);
        await expect
          .poll(() => printer.state().paperLeftDots, { interval: 5 })
          .toBeLessThan(100_000);
        await happens(printer);
        await expectKept(site, touched, fault, what, 1);
      }),
    );
  });
});

/** Resolves when the hub knows the visitor's choice. */
async function settled({ started: { hub } }: TestSite, id: PrintJobId): Promise<void> {
  while ((hub.state.printJobs.get(id)?.resolution ?? null) === null)
    await new Promise<void>((done) => hub.onCommitted(() => done()));
}
