import { beforeEach, describe, expect, it } from 'vitest';
import {
  type DeviceId,
  GIVE_BACK_MS,
  type Instant,
  type PrintJob,
  type PrintReport,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { KIOSK_1, LAN, minutesAfterT0, T0 } from '@motcua/domain/builders';
import { type Change, slipContent } from '@motcua/protocol';
import { clerk, KIOSK, openRoom, type Room } from '../../../test/room.ts';
import { type Identity, THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { forRole } from '../../transport/sockets/audience.ts';
import { answerTo } from '../../reads/answer-question.ts';

const PROVED: PrintReport = { state: 'printed', proof: 'proved' };
const NO_PAPER: PrintReport = { state: 'failed', fault: 'out-of-paper' };

describe('the slips of the hub', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  const jobNow = (job: Pick<PrintJob, 'id'> | null): PrintJob => {
    const found = room.hub.state.printJobs.get(job?.id ?? ('none' as never));
    if (found === undefined) throw new Error('There is no such slip');
    return found;
  };
  const report = (job: PrintJob | null, ended: PrintReport, by: Identity = KIOSK) =>
    room.must({ type: 'report-print', printJobId: jobNow(job).id, report: ended }, by);
  const giveBack = (job: PrintJob | null, by: Identity = KIOSK) =>
    room.give({ type: 'resolve-print', printJobId: jobNow(job).id, resolution: 'given-back' }, by);

  it('are as certain as their kiosk reports, or as their visitor answers', async () => {
    const { printJob } = await room.issue();
    await report(printJob, { state: 'printed', proof: 'accepted' });
    expect(jobNow(printJob)).toMatchObject({ state: 'printed', proof: 'accepted' });
    await report(printJob, { state: 'failed', fault: 'not-delivered' });
    expect(jobNow(printJob)).toMatchObject({ state: 'failed', proof: null });
    expect(await report(printJob, PROVED)).toEqual([]);
  });

  it.each([null, PROVED])(
    'in the state %j let their visitor give the number back',
    async (ended) => {
      const { printJob, visit } = await room.issue();
      if (ended !== null) await report(printJob, ended);
      expect(await giveBack(printJob)).toMatchObject({ ok: true });
      expect(room.hub.state.visits.get(visit.id)).toMatchObject({
        ...{ state: 'closed', outcome: 'withdrawn' },
      });
      expect(jobNow(printJob).resolution).toBe('given-back');
      // Reported again because the answer was lost, it changes nothing, however late.
      room.at = minutesAfterT0(60);
      expect(await giveBack(printJob)).toEqual({ ok: true, value: [] });
    },
  );

  it('are given back only at their own kiosk, before service and soon after printing', async () => {
    const first = await room.issue();
    await report(first.printJob, PROVED);
    const other = { ...KIOSK, deviceId: 'kiosk-2' as DeviceId };
    expect(await giveBack(first.printJob, other)).toMatchObject({
      refusal: { code: 'print-job-not-found' },
    });
    await room.open(LAN);
    await room.callNext(LAN);
    await room.act(clerk(LAN), first.visit.id, { type: 'start-service' });
    expect(await giveBack(first.printJob)).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    const second = await room.issue();
    await report(second.printJob, PROVED);
    room.at = (T0 + GIVE_BACK_MS) as Instant;
    expect(await giveBack(second.printJob)).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    expect(room.hub.state.visits.get(second.visit.id)?.state).toBe('waiting');
  });

  describe('printed once more by staff', () => {
    const again = (visitId: string, by: Identity = clerk(LAN)) =>
      room.give({ type: 'print-again', visitId: visitId as never, kioskId: KIOSK_1 }, by);
    const printerIs = (printer: 'ready' | 'out-of-paper' | 'reachable') =>
      room.must({ type: 'report-condition', condition: { printer, sound: null } }, KIOSK);
    const copyIn = (changes: readonly Change[]): PrintJob => {
      const change = changes.find(({ type }) => type === 'print-job-changed');
      if (change?.type !== 'print-job-changed') throw new Error('No copy was asked for');
      return change.printJob;
    };

    it('keep their number, and the one that failed stays failed', async () => {
      const { printJob, visit } = await room.issue();
      await report(printJob, NO_PAPER);
      await printerIs('ready');
      const asked = await again(visit.id);
      if (!asked.ok) throw new Error(asked.refusal.code);
      const copy = copyIn(asked.value);
      expect(copy).toMatchObject({ number: 'H001', copy: true, state: 'asked', kioskId: KIOSK_1 });
      expect(await again(visit.id)).toEqual({ ok: true, value: [] });
      await report(copy, PROVED);
      expect(jobNow(copy)).toMatchObject({ state: 'printed', proof: 'proved' });
      expect(jobNow(printJob)).toMatchObject({
        ...{ state: 'failed', fault: 'out-of-paper', resolution: 'reprinted' },
      });
    });

    it('leave the first as it is when they fail as well', async () => {
      const { printJob, visit } = await room.issue();
      await report(printJob, NO_PAPER);
      await printerIs('reachable');
      const asked = await again(visit.id);
      if (!asked.ok) throw new Error(asked.refusal.code);
      await report(copyIn(asked.value), NO_PAPER);
      expect(jobNow(printJob).resolution).toBeNull();
    });

    it('are refused for a visit that is over, and on a printer that is not ready', async () => {
      const { printJob, visit } = await room.issue();
      expect(await again(visit.id)).toMatchObject({ refusal: { code: 'kiosk-cannot-print' } });
      await printerIs('out-of-paper');
      expect(await again(visit.id)).toMatchObject({ refusal: { code: 'kiosk-cannot-print' } });
      await printerIs('ready');
      await giveBack(printJob);
      expect(await again(visit.id)).toMatchObject({ refusal: { code: 'action-not-allowed' } });
      expect(await again('unknown')).toMatchObject({ refusal: { code: 'visit-not-found' } });
    });

    it('are announced to kiosks without the code of the slip, which only the asked one learns', async () => {
      const device = {
        ...({ id: 'kiosk-2' as DeviceId, name: 'Other', role: 'kiosk', pairedAt: T0 } as const),
        ...{ revoked: false, condition: UNKNOWN_CONDITION, locked: false, training: false },
      } as const;
      await room.must({ type: 'put-device', device }, THE_HUB_ITSELF);
      const { visit } = await room.issue();
      await printerIs('ready');
      const asked = await again(visit.id);
      if (!asked.ok) throw new Error(asked.refusal.code);
      const received = forRole('kiosk', asked.value);
      expect(received).toMatchObject([
        { printJob: { number: 'H001', kioskId: KIOSK_1, visitId: '' } },
      ]);
      const { state } = room.hub;
      const seen = { state, at: room.at, today: state.today };
      const question = { type: 'copy', printJobId: copyIn(asked.value).id } as const;
      expect(answerTo({ ...seen, identity: KIOSK }, question)).toMatchObject({
        ok: true,
        value: slipContent(visit, 0),
      });
      for (const identity of [{ ...KIOSK, deviceId: device.id }, clerk(LAN)])
        expect(answerTo({ ...seen, identity }, question)).toMatchObject({
          refusal: { code: 'print-job-not-found' },
        });
      // Its outcome is not sent to other kiosks.
      expect(forRole('kiosk', await report(copyIn(asked.value), PROVED))).toEqual([]);
    });
  });

  it('closes a visit as withdrawn when its failed slip is given back', async () => {
    const { printJob, visit } = await room.issue();
    const printJobId = printJob?.id as never;
    await room.must(
      {
        type: 'report-print',
        printJobId,
        report: { state: 'failed', fault: 'out-of-paper' },
      },
      KIOSK,
    );
    await room.must({ type: 'resolve-print', printJobId, resolution: 'given-back' }, KIOSK);

    expect(room.hub.state.visits.get(visit.id)).toMatchObject({
      state: 'closed',
      outcome: 'withdrawn',
    });
    expect(
      await room.give({ type: 'resolve-print', printJobId, resolution: 'noted' }, KIOSK),
    ).toMatchObject({ value: [] });
  });

  it('accepts from the staff that a visitor without a slip was helped, and from no other', async () => {
    const { printJob, visit } = await room.issue();
    const printJobId = printJob?.id as never;
    const helped = { type: 'resolve-print', printJobId, resolution: 'helped' } as const;
    const jobNow = () => room.hub.state.printJobs.get(printJobId)?.resolution;
    expect(await room.give(helped, clerk(LAN))).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    const report = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must({ type: 'report-print', printJobId, report }, KIOSK);
    expect(await room.give(helped, KIOSK)).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    const noted = { type: 'resolve-print', printJobId, resolution: 'noted' } as const;
    expect(await room.give(noted, clerk(LAN))).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    await room.must(noted, KIOSK);
    await room.must(helped, clerk(LAN));
    expect(jobNow()).toBe('helped');
    await room.must({ type: 'resolve-print', printJobId, resolution: 'given-back' }, KIOSK);
    expect(jobNow()).toBe('given-back');
    expect(room.hub.state.visits.get(visit.id)).toMatchObject({ outcome: 'withdrawn' });
  });

  it('lets a visitor who was thought to have left still choose, but not the other way round', async () => {
    const { printJob } = await room.issue();
    const printJobId = printJob?.id as never;
    const report = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must({ type: 'report-print', printJobId, report }, KIOSK);
    const resolve = (resolution: 'left' | 'noted') =>
      room.must({ type: 'resolve-print', printJobId, resolution }, KIOSK);

    expect(await resolve('left')).toMatchObject([{ printJob: { resolution: 'left' } }]);
    expect(await resolve('left')).toEqual([]);
    expect(await resolve('noted')).toMatchObject([{ printJob: { resolution: 'noted' } }]);
    expect(await resolve('left')).toEqual([]);
  });
});
