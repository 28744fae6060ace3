import { type Change, type ChangeOf, plainTicket, type RequestedAction } from '@motcua/protocol';
import { expect } from 'vitest';
import {
  type CommandId,
  type CounterId,
  type DeviceId,
  type Instant,
  type LocalTime,
  type PersonId,
  type Setting,
  UNKNOWN_CONDITION,
  type VisitId,
} from '@motcua/domain';
import {
  aCounter,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  CERT,
  COUNTER_2,
  COUNTER_3,
  HOA,
  KIOSK_1,
  LAN,
  T0,
} from '@motcua/domain/builders';
import { createHub, type Hub } from '../src/engine/hub.ts';
import { type HubCommand, type Identity, THE_HUB_ITSELF } from '../src/engine/hub-command.ts';
import { verifyDatabase } from '../src/operations/verify.ts';

const STRANGER: Identity = { deviceId: null, deviceRole: null, personId: null, personRole: null };
export const KIOSK: Identity = { ...STRANGER, deviceId: KIOSK_1, deviceRole: 'kiosk' };
export const DISPLAY: Identity = {
  ...STRANGER,
  deviceId: 'display-1' as DeviceId,
  deviceRole: 'display',
};
export const HEAD: Identity = { ...STRANGER, personId: 'head' as PersonId, personRole: 'head' };
export const clerk = (personId: PersonId): Identity => ({
  ...STRANGER,
  personId,
  personRole: 'clerk',
});

const allDay = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
export const SETTINGS: readonly Setting[] = [
  {
    kind: 'site',
    value: aSite({ hours: { week: Array.from({ length: 7 }, () => allDay), closedDays: [] } }),
  },
  { kind: 'service-group', value: aServiceGroup() },
  { kind: 'queue', value: aQueue() },
  { kind: 'queue', value: aQueue({ id: CERT, series: { prefix: 'S', from: 1, to: 3 } }) },
  { kind: 'service', value: aService() },
  { kind: 'service', value: aService({ id: 'copy' as never, queueId: CERT }) },
  { kind: 'counter', value: aCounter() },
  { kind: 'counter', value: aCounter({ id: COUNTER_3, number: 3 }) },
];

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
export type CommandInput = WithoutId<HubCommand>;

/** A hub in memory with a kiosk, two counters and two clerks, on a clock that stands at `at`. */
export class Room {
  at: Instant = T0;
  /** Called with a fault inside the hub; a test that causes none must not have any. */
  onFault = (cause: unknown): void => {
    throw cause;
  };
  readonly hub: Hub = createHub({
    dataDir: ':memory:',
    now: () => this.at,
    onFault: (cause) => this.onFault(cause),
  });
  #given = 0;

  give(wish: CommandInput, identity: Identity, commandId = `c-${(this.#given += 1)}`) {
    return this.hub.execute({ ...wish, commandId: commandId as CommandId }, identity);
  }

  async must(wish: CommandInput, identity: Identity): Promise<readonly Change[]> {
    const result = await this.give(wish, identity);
    if (!result.ok) throw new Error(`${wish.type}: ${result.refusal.code}`);
    return result.value;
  }

  async issue(serviceId = 'marriage'): Promise<ChangeOf<'ticket-issued'>> {
    const wish = plainTicket(serviceId as never);
    const [change] = await this.must(wish, KIOSK);
    if (change?.type !== 'ticket-issued') throw new Error('No ticket was issued');
    return change;
  }

  open(who: PersonId, counterId: CounterId = COUNTER_2) {
    return this.must({ type: 'open-counter', counterId, training: false }, clerk(who));
  }

  callNext(who: PersonId, counterId: CounterId = COUNTER_2, finishCurrent = false) {
    return this.give({ type: 'call-next', counterId, finishCurrent }, clerk(who));
  }

  act(who: Identity, visitId: VisitId, action: RequestedAction, reason = '') {
    const counterId = who === HEAD ? null : COUNTER_2;
    const given = reason === '' ? null : reason;
    return this.give(
      { type: 'act-on-visit', visitId, counterId, action, note: null, reason: given },
      who,
    );
  }

  /** Whatever was tried, the journal must still explain the tables. */
  close(): void {
    expect(verifyDatabase(this.hub.store.db).differences).toEqual([]);
    this.hub.close();
  }
}

export async function openRoom(): Promise<Room> {
  const room = new Room();
  for (const setting of SETTINGS) await room.must({ type: 'put-setting', setting }, HEAD);
  for (const [id, name] of [
    [LAN, 'Lan'],
    [HOA, 'Hoa'],
  ] as const)
    await room.must(
      {
        type: 'put-person',
        person: { id, name, login: id, role: 'clerk', active: true, skills: null },
      },
      THE_HUB_ITSELF,
    );
  await room.must(
    {
      type: 'put-device',
      device: {
        id: KIOSK_1,
        name: 'Kiosk',
        role: 'kiosk',
        pairedAt: T0,
        revoked: false,
        condition: UNKNOWN_CONDITION,
        locked: false,
        training: false,
      },
    },
    THE_HUB_ITSELF,
  );
  return room;
}
