import {
  type CounterId,
  type DeviceId,
  type Instant,
  type LocalDate,
  type PersonId,
  type PriorityGroupId,
  type SeededRandom,
  type Service,
  type VisitId,
} from '@motcua/domain';
import { type Change, hubCommandId, plainTicket, type RequestedAction } from '@motcua/protocol';
import type { Hub } from '../engine/hub.ts';
import type { HubCommand, Identity } from '../engine/hub-command.ts';

/** The room in which the day happens: a hub whose clock is set, a kiosk, a display, and a clerk for each counter. */
export interface DemoRoom {
  readonly hub: Hub;
  readonly setClock: (at: Instant) => void;
  readonly kioskId: DeviceId;
  readonly displayId: DeviceId;
  readonly clerkIds: readonly PersonId[];
  readonly random: SeededRandom;
}

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
/** What a counter is at; the minute is when it goes on. */
type AtCounter =
  | { readonly type: 'free' }
  | {
      readonly type: 'called' | 'absent' | 'serving';
      readonly id: VisitId;
      readonly until: number;
    };

interface DemoCounter {
  readonly id: CounterId;
  /** The clerk there. */
  readonly by: Identity;
  at: AtCounter;
}

const UNKNOWN = { deviceId: null, deviceRole: null, personId: null, personRole: null };
const FREE: AtCounter = { type: 'free' };
const MORNING = { from: 450, to: 690 };
const AFTERNOON = { from: 810, to: 1_020 };
/** Until then those of the morning are served. */
const LUNCH = 720;
/** The last visitors are served after closing. */
const LATEST = 1_140;
/** How often visitors come for a group; others come seldom. */
const GROUP_WEIGHTS: Readonly<Record<string, number>> = {
  ...{ guide: 10, result: 8, cert: 9, civil: 6, social: 3, land: 3, resid: 3, business: 2 },
};

/** A working day minute by minute, through the commands that kiosks, displays and counters give. */
export class DemoDay {
  readonly #room: DemoRoom;
  readonly #day: LocalDate;
  readonly #counters: DemoCounter[];

  constructor(room: DemoRoom, day: LocalDate) {
    this.#room = room;
    this.#day = day;
    const { counters } = room.hub.state.settings.all();
    this.#counters = room.clerkIds.flatMap((personId, index) => {
      const id = counters[index]?.id;
      const by = { ...UNKNOWN, personId, personRole: 'clerk' } as const;
      return id === undefined ? [] : [{ id, by, at: FREE }];
    });
  }

  async run(): Promise<void> {
    const arrivals = this.#arrivals();
    this.#setMinute(MORNING.from - 5);
    for (const { id, by } of this.#counters)
      await this.#must({ type: 'open-counter', counterId: id, training: false }, by);
    for (let minute = MORNING.from; minute < LATEST; minute += 1) {
      this.#setMinute(minute);
      for (const arrival of arrivals) if (arrival === minute) await this.#arrive();
      for (const counter of this.#counters) counter.at = await this.#goOn(counter, minute);
    }
    for (const { id, by } of this.#counters)
      await this.#must({ type: 'close-counter', counterId: id }, by);
  }

  /** More come in the morning, and on Mondays. */
  #arrivals(): readonly number[] {
    const { random, hub } = this.#room;
    const isMonday = hub.state.settings.clock.weekday(hub.now()) === 1;
    const count = random.whole(isMonday ? 50 : 32, isMonday ? 62 : 52);
    return Array.from({ length: count }, () =>
      random.next() < 0.62
        ? random.whole(MORNING.from, MORNING.to - 15)
        : random.whole(AFTERNOON.from, AFTERNOON.to - 25),
    );
  }

  async #arrive(): Promise<void> {
    const { hub, kioskId } = this.#room;
    const kiosk = { ...UNKNOWN, deviceId: kioskId, deviceRole: 'kiosk' } as const;
    const service = this.#pickService(hub.state.settings.all().services);
    const wish = { ...plainTicket(service.id), priorityGroupId: this.#pickPriority() };
    for (const change of await this.#must(wish, kiosk))
      if (change.type === 'ticket-issued' && change.printJob !== null)
        await this.#must(
          {
            type: 'report-print',
            printJobId: change.printJob.id,
            report: { state: 'printed', proof: 'proved' },
          },
          kiosk,
        );
  }

  /** One visitor in eight has priority. */
  #pickPriority(): PriorityGroupId | null {
    const { hub, random } = this.#room;
    const groups = hub.state.settings.all().priorityGroups;
    const offered = groups.filter(({ active, atKiosk }) => active && atKiosk);
    return random.next() < 0.125 ? random.pick(offered).id : null;
  }

  #pickService(services: readonly Service[]): Service {
    const { random } = this.#room;
    const groups = [...new Set(services.map(({ groupId }) => groupId))].flatMap((groupId) =>
      Array.from({ length: GROUP_WEIGHTS[groupId] ?? 1 }, () => groupId),
    );
    const groupId = random.pick(groups);
    return random.pick(services.filter((service) => service.groupId === groupId));
  }

  /** What the counter is at after this minute. */
  async #goOn({ id: counterId, by, at }: DemoCounter, minute: number): Promise<AtCounter> {
    const { random } = this.#room;
    if (at.type !== 'free' && minute < at.until) return at;
    switch (at.type) {
      case 'called': {
        await this.#act(counterId, by, at.id, { type: 'start-service' });
        const takes = Math.min(40, 5 + Math.round(random.exponential(9)));
        return { type: 'serving', id: at.id, until: minute + takes };
      }
      case 'absent':
        await this.#act(counterId, by, at.id, { type: 'mark-no-show' });
        return FREE;
      case 'serving':
        await this.#act(counterId, by, at.id, { type: 'finish' });
        break;
      case 'free':
    }
    const isLunch = minute >= LUNCH && minute < AFTERNOON.from;
    return isLunch ? FREE : this.#callNext(counterId, by, minute);
  }

  async #callNext(counterId: CounterId, by: Identity, minute: number): Promise<AtCounter> {
    const { displayId, random } = this.#room;
    const called = await this.#give({ type: 'call-next', counterId, finishCurrent: false }, by);
    if (!called.ok) {
      if (called.refusal.code === 'nobody-waiting') return FREE;
      throw new Error(`call-next was refused: ${called.refusal.code}`);
    }
    const change = called.value.find((each) => each.type === 'announcement-changed');
    if (change?.type !== 'announcement-changed') return FREE;
    const { id: announcementId, visitId } = change.announcement;
    const display = { ...UNKNOWN, deviceId: displayId, deviceRole: 'display' } as const;
    for (const state of ['playing', 'played'] as const)
      await this.#must({ type: 'report-announcement', announcementId, report: { state } }, display);
    const comes = random.next() >= 0.03;
    return comes
      ? { type: 'called', id: visitId, until: minute + 1 }
      : { type: 'absent', id: visitId, until: minute + 4 };
  }

  #act(counterId: CounterId, by: Identity, visitId: VisitId, action: RequestedAction) {
    const plain = { note: null, reason: null };
    return this.#must({ type: 'act-on-visit', visitId, counterId, action, ...plain }, by);
  }

  #setMinute(minute: number): void {
    const { hub, setClock } = this.#room;
    setClock(hub.state.settings.clock.instantAt(this.#day, minute));
  }

  async #must(wish: WithoutId<HubCommand>, by: Identity): Promise<readonly Change[]> {
    const result = await this.#give(wish, by);
    if (!result.ok) throw new Error(`${wish.type} was refused: ${result.refusal.code}`);
    return result.value;
  }

  #given = 0;

  #give(wish: WithoutId<HubCommand>, by: Identity) {
    const commandId = hubCommandId(`demo-${this.#day}-${(this.#given += 1)}`);
    return this.#room.hub.execute({ ...wish, commandId }, by);
  }
}
