import { beforeEach, describe, expect, it } from 'vitest';
import { MIN_PROMISES, type Instant, type LocalTime, type ServiceId } from '@motcua/domain';
import {
  aSite,
  aWaitingVisit,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
} from '@motcua/domain/builders';
import { type Change, type ChangeOf, plainTicket } from '@motcua/protocol';
import { clerk, HEAD, KIOSK, openRoom, type Room } from '../../test/room.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { createEstimates } from './create-estimates.ts';

const MINUTE_MS = 60_000;
type Issued = ChangeOf<'ticket-issued'>;

/** A visitor comes every six minutes, whom Lan serves for five, or not at all; the estimate is made before each ticket. */
class Morning {
  readonly room: Room;
  #minute = 0;
  #busyUntil = 0;

  constructor(room: Room) {
    this.room = room;
  }

  async goOn(minutes: number, { isServing = true } = {}): Promise<readonly Issued[]> {
    const { room } = this;
    const issued: Issued[] = [];
    for (let passed = 0; passed < minutes; passed += 1) {
      if (!isServing) await this.#finish();
      if (this.#minute % 6 === 0) {
        room.hub.estimates.refresh();
        issued.push(await room.issue());
      }
      if (isServing && room.at >= this.#busyUntil) await this.#serveNext();
      room.at = (room.at + MINUTE_MS) as Instant;
      this.#minute += 1;
    }
    room.hub.estimates.refresh();
    return issued;
  }

  async #finish(): Promise<void> {
    const [visit] = this.room.hub.state.at(COUNTER_2);
    if (visit !== undefined) await this.room.act(clerk(LAN), visit.id, { type: 'finish' });
  }

  async #serveNext(): Promise<void> {
    const { room } = this;
    const called = await room.callNext(LAN, COUNTER_2, true);
    const visit = called.ok ? called.value.find(isCall)?.visit : undefined;
    if (visit === undefined) return;
    await room.act(clerk(LAN), visit.id, { type: 'start-service' });
    this.#busyUntil = room.at + 5 * MINUTE_MS;
  }
}

function isCall(change: Change): change is ChangeOf<'visit-changed'> {
  return change.type === 'visit-changed' && change.action === 'call';
}

const hypotheticalVisit = (room: Room) =>
  aWaitingVisit({ arrivedAt: room.at, waitingSince: room.at });

describe('the estimates of the hub', () => {
  let room: Room;
  let morning: Morning;

  beforeEach(async () => {
    room = await openRoom();
    morning = new Morning(room);
    await room.open(LAN);
    return () => room.close();
  });

  const estimates = () => room.hub.estimates;
  const promised = () => {
    estimates().refresh();
    return estimates().promise(hypotheticalVisit(room));
  };
  const want = (wanted: boolean) => {
    const site = { ...room.hub.state.settings.site, estimates: wanted };
    return room.must({ type: 'put-setting', setting: { kind: 'site', value: site } }, HEAD);
  };

  it('promise every ticket a time, and are shown once enough were kept', async () => {
    const issued = await morning.goOn(342);

    expect(issued.filter(({ promise }) => promise === null)).toEqual([]);
    const first = issued.findIndex(({ promised: isShown }) => isShown);
    expect(first).toBeGreaterThanOrEqual(MIN_PROMISES);
    expect(issued.slice(first).every(({ promised: isShown }) => isShown)).toBe(true);
    expect(estimates().mayShow()).toBe(true);
    expect(estimates().range(CIVIL)).toEqual(estimates().promise(hypotheticalVisit(room))?.range);
  });

  it('are hidden when promises break, and where the centre does not want them', async () => {
    await morning.goOn(306);
    await want(false);
    expect([estimates().mayShow(), estimates().range(CIVIL)]).toEqual([false, null]);
    await want(true);
    expect(estimates().mayShow()).toBe(true);

    await morning.goOn(240, { isServing: false });
    expect([estimates().mayShow(), estimates().range(CIVIL)]).toEqual([false, null]);
    expect((await room.issue()).promised).toBe(false);
  });

  it('are the same from a replay of the journal', async () => {
    await morning.goOn(306);
    const again = createEstimates({
      state: () => room.hub.state,
      journal: room.hub.store.journal,
      now: () => room.at,
      fault: (cause) => {
        throw cause;
      },
    });
    again.refresh();

    expect(again.mayShow()).toBe(true);
    expect(again.range(CIVIL)).toEqual(estimates().range(CIVIL));
    expect(again.promise(hypotheticalVisit(room))).toEqual(promised());
  });

  it('fall when a further counter opens, and rise when it is paused', async () => {
    for (let ticket = 0; ticket < 3; ticket += 1) await room.issue();
    const one = promised();
    await room.open(HOA, COUNTER_3);
    const two = promised();
    const pause = { type: 'pause-counter', counterId: COUNTER_3, reason: 'meeting' } as const;
    await room.must(pause, clerk(HOA));
    const paused = promised();

    expect(two?.outlook.middle).toBeLessThan(0.7 * (one?.outlook.middle ?? 0));
    expect(two?.range.toMinutes).toBeLessThan(one?.range.toMinutes ?? 0);
    expect(paused?.outlook.middle).toBeGreaterThan(two?.outlook.middle ?? Infinity);
  });

  it('do not count on a counter whose page is disconnected', async () => {
    for (let ticket = 0; ticket < 3; ticket += 1) await room.issue();
    const one = promised();
    await room.open(HOA, COUNTER_3);
    const gone = { type: 'note-attendance', counterId: COUNTER_3, attended: false } as const;
    await room.must(gone, THE_HUB_ITSELF);
    expect(promised()).toEqual(one);

    await room.must({ ...gone, counterId: COUNTER_2 }, THE_HUB_ITSELF);
    expect(promised()).toBeNull();
  });

  it('leave practice out', async () => {
    for (let ticket = 0; ticket < 3; ticket += 1) await room.issue();
    const before = promised();
    const practice = { ...plainTicket('marriage' as ServiceId), training: true };
    for (let ticket = 0; ticket < 9; ticket += 1) {
      const [issued] = await room.must(practice, KIOSK);
      expect(issued).toMatchObject({ promise: null, promised: false });
    }
    await room.must({ type: 'open-counter', counterId: COUNTER_3, training: true }, clerk(HOA));

    expect(promised()?.range).toEqual(before?.range);
  });

  it('are none while no counter is open, and none from an outdated state', async () => {
    expect(promised()?.range.fromMinutes).toBe(0);
    room.at = (room.at + 10_001) as Instant;
    expect(estimates().promise(hypotheticalVisit(room))).toBeNull();
    await room.must({ type: 'close-counter', counterId: COUNTER_2 }, clerk(LAN));
    expect(promised()).toBeNull();
  });

  it('are none for the last visitor in a rush, but some for those before', async () => {
    for (let ticket = 0; ticket < 150; ticket += 1) await room.issue();
    expect(promised()).toBeNull();

    const withPriority = { ...hypotheticalVisit(room), priority: 'priority' } as const;
    expect(estimates().promise(withPriority)?.range.fromMinutes).toBe(0);
  });

  it('include the noon break, but for a while in which clerks go on', async () => {
    const hours = (spans: readonly (readonly [string, string])[]) => ({
      week: Array.from({ length: 7 }, () =>
        spans.map(([from, to]) => ({ from: from as LocalTime, to: to as LocalTime })),
      ),
      closedDays: [],
    });
    const open = (spans: Parameters<typeof hours>[0]) => {
      const site = aSite({ hours: hours(spans) });
      return room.must({ type: 'put-setting', setting: { kind: 'site', value: site } }, HEAD);
    };
    for (let ticket = 0; ticket < 3; ticket += 1) await room.issue();
    const throughout = promised();
    await open([
      ['00:00', '08:05'],
      ['10:00', '24:00'],
    ]);
    const overNoon = promised();

    expect(throughout?.outlook.middle).toBeLessThan(40);
    expect(throughout?.outlook.high).toBeGreaterThan(25);
    expect(overNoon?.outlook.middle ?? Infinity).toBeGreaterThan(120);
  });
});
