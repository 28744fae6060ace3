import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  ONE_PERSON,
  type CommandId,
  type DeviceId,
  type Instant,
  type PersonId,
} from '@motcua/domain';
import { verifyDatabase } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { makeDayReport } from '../../apps/hub/src/reads/day-report.ts';
import { LAN, NOW, TODAY, WiredHub } from './wired-hub.ts';

const HEAD = { ...LAN, personId: 'dung' as PersonId, personRole: 'head' } as const;

const DAY_MS = 24 * 3_600_000;

/** An attacker has a kiosk's token and sends arbitrary commands with it. */
describe('a stolen kiosk', () => {
  let dir: string;
  let wired: WiredHub;
  let thief: Socket;
  let reported = 0;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-stolen-'));
    wired = await WiredHub.start(dir);
    await wired.pair('other', 'kiosk');
    thief = await wired.greet('kiosk', 'kiosk');
  });
  afterEach(async () => {
    expect(verifyDatabase(wired.hub.store.db).differences).toEqual([]);
    await wired.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const settle = (number: string, more: object = {}) => {
    reported += 1;
    return {
      type: 'settle-ticket',
      ticket: {
        ...{ visitId: `paper-${reported}`, printJobId: `slip-${reported}`, number, day: TODAY },
        ...{ arrivedAt: NOW, serviceIds: ['1.001193'], language: 'vi', priorityGroupId: null },
        ...{ needs: [], party: ONE_PERSON, bookedFor: null, ...more },
      },
      ...{ print: { state: 'printed', proof: 'proved' }, resolution: null, instead: null },
    };
  };
  const reportTicket = (number: string, more: object = {}) =>
    wired.command(thief, settle(number, more));
  const letterOf = (name: string) =>
    wired.hub.state.devices.get(name as never)?.offlineLetter ?? '';

  /** The next number of each queue, issued by a clerk and by the other kiosk. */
  async function everyQueueGoesOn(): Promise<void> {
    const { queues, services } = wired.hub.state.settings.all();
    const kiosk = await wired.greet('kiosk', 'other');
    for (const { id } of queues) {
      const service = services.find(({ queueId, active }) => active && queueId === id);
      if (service === undefined) continue;
      const wish = plainTicket(service.id);
      const commandId = `staff-${(reported += 1)}` as CommandId;
      expect(await wired.hub.execute({ ...wish, commandId }, LAN)).toMatchObject({ ok: true });
      expect(await wired.command(kiosk, wish)).toMatchObject({ ok: true });
    }
  }

  it('blocks no queue: not at once, not after its revocation, not after a restart, not next morning', async () => {
    const own = letterOf('kiosk');
    const { queues } = wired.hub.state.settings.all();
    for (const type of ['reserve-numbers', 'doubt-numbers', 'note-lost-history'])
      expect(await wired.command(thief, { type, since: TODAY })).toMatchObject({
        refusal: { code: 'malformed' },
      });
    for (const { series } of queues)
      for (const number of [`${series.prefix}999`, `${series.prefix}9999`, `${series.prefix}U01`])
        expect(await reportTicket(number)).toMatchObject({ value: [{ type: 'ticket-refused' }] });
    for (const { series } of queues)
      expect(await reportTicket(`${series.prefix}${own}999`)).toMatchObject({
        value: [{ type: 'ticket-issued' }],
      });
    await everyQueueGoesOn();
    await wired.revoke('kiosk');
    await everyQueueGoesOn();
    await wired.startAgain();
    await everyQueueGoesOn();
    wired.at = (NOW + DAY_MS) as Instant;
    await wired.closeDay();
    await everyQueueGoesOn();
    expect(wired.hub.state.byNumber('H001')?.day).toBe(addDays(TODAY, 1));
  });

  it('leaves no fake visits waiting once a head cancels them', async () => {
    const own = letterOf('kiosk');
    for (let count = 1; count <= 30; count += 1)
      await reportTicket(`H${own}${String(count).padStart(2, '0')}`, { arrivedAt: 0 });
    await everyQueueGoesOn();
    await wired.revoke('kiosk');
    const command = { type: 'withdraw-numbers', deviceId: 'kiosk' as DeviceId } as const;
    const commandId = 'withdraw' as CommandId;
    expect(await wired.hub.execute({ ...command, commandId }, HEAD)).toMatchObject({ ok: true });
    const waiting = [...wired.hub.state.visits.values()].filter(({ state }) => state === 'waiting');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.filter(({ ticket }) => ticket.number.startsWith(`H${own}`))).toEqual([]);
  });

  it('writes to no past day, no unknown series, and no other kiosk’s series', async () => {
    wired.at = (NOW + 3 * DAY_MS) as Instant;
    await wired.closeDay();
    const own = letterOf('kiosk');
    const other = letterOf('other');
    const report = JSON.stringify(makeDayReport(wired.hub, TODAY));
    for (const [number, more, code] of [
      [`H${own}01`, { day: addDays(TODAY, -1) }, 'not-your-number'],
      [`H${own}01`, { day: '2020-01-01' }, 'ticket-too-old'],
      ['H500', { day: TODAY }, 'not-your-number'],
      [`H${other}01`, {}, 'not-your-number'],
      [`QQ${own}01`, {}, 'number-unknown'],
      [`H${own}1000`, {}, 'number-unknown'],
    ] as const)
      expect([number, await reportTicket(number, more)]).toMatchObject([
        number,
        { value: [{ type: 'ticket-refused', number, code }] },
      ]);
    expect(JSON.stringify(makeDayReport(wired.hub, TODAY))).toBe(report);
    expect(wired.hub.state.visits.size).toBe(0);
  });

  it('changes no visit and no slip of another kiosk', async () => {
    const honest = await wired.greet('kiosk', 'other');
    const given = await wired.command(honest, plainTicket('1.001193' as never));
    const [change] = given.ok ? given.value : [];
    if (change?.type !== 'ticket-issued' || change.printJob === null) throw new Error('No ticket');
    const { visit, printJob } = change;
    const printJobId = printJob.id;
    const number = `H${letterOf('kiosk')}01`;
    const refused = { value: [{ type: 'ticket-refused', code: 'id-taken' }] };
    expect(await reportTicket(number, { printJobId })).toMatchObject(refused);
    expect(await reportTicket(`H${letterOf('kiosk')}02`, { visitId: visit.id })).toMatchObject(
      refused,
    );
    const report = { state: 'failed', fault: 'out-of-paper' };
    for (const wish of [
      { type: 'report-print', printJobId, report },
      { type: 'resolve-print', printJobId, resolution: 'given-back' },
    ])
      expect(await wired.command(thief, wish)).toMatchObject({
        refusal: { code: 'print-job-not-found' },
      });
    await wired.command(thief, { ...settle(number), instead: visit.id });
    expect(wired.hub.state.visits.get(visit.id)).toEqual(visit);
    expect(wired.hub.state.printJobs.get(printJobId)).toEqual(printJob);
  });

  it('cannot use up the ids of the hub’s own commands, so midnight still comes', async () => {
    const tomorrow = addDays(TODAY, 1);
    const wish = plainTicket('1.001193' as never);
    for (const id of [`hub:day-${tomorrow}`, 'hub:', 'hub:x'])
      expect(await wired.command(thief, wish, id)).toMatchObject({
        refusal: { code: 'malformed' },
      });
    // Their former ids are not used any more.
    expect(await wired.command(thief, wish, `day-${tomorrow}`)).toMatchObject({ ok: true });
    wired.at = (NOW + DAY_MS) as Instant;
    await wired.command(thief, wish);
    expect(wired.hub.state.today).toBe(tomorrow);
  });

  it('does not fill the journal with rejected reports or status changes', async () => {
    for (let n = 1; n <= 120; n += 1)
      await reportTicket(`H${letterOf('other')}${String(n).padStart(2, '0')}`);
    expect(wired.hub.state.refusedTickets).toHaveLength(50);
    const before = wired.hub.state.seq;
    for (let n = 0; n < 300; n += 1)
      await wired.command(thief, {
        type: 'report-condition',
        condition: { printer: n % 2 === 0 ? 'ready' : 'near-end', sound: null },
      });
    expect(wired.hub.state.seq - before).toBeLessThan(150);
  });

  it('learns nothing by claiming a higher seq, and does not influence the clock', async () => {
    const socket = await wired.greet('kiosk', 'kiosk');
    const hello = {
      ...{ protocolVersion: 3, role: 'kiosk', deviceToken: 'kiosk' },
      ...{ lastSeq: Number.MAX_SAFE_INTEGER, history: { database: '', epoch: 9e15, life: '' } },
    };
    expect(await socket.emitWithAck('hello', hello)).toMatchObject({ type: 'snapshot' });
    socket.emit('beat', { at: 9e15, version: '0', freeBytes: 0 });
    expect(
      await wired.command(thief, settle(`H${letterOf('kiosk')}01`, { arrivedAt: NOW + DAY_MS })),
    ).toMatchObject({ value: [{ visit: { arrivedAt: NOW, day: TODAY } }] });
  });
});
