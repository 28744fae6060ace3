import {
  allowedActions,
  type AnnouncementId,
  type AnnouncementReport,
  type BookingId,
  type Counter,
  type CounterId,
  type DeviceId,
  type Instant,
  NEEDS,
  type Party,
  PAUSE_REASONS,
  type PersonId,
  type PriorityGroupId,
  PRINTER_FAULTS,
  type PrintJobId,
  type QueueId,
  type Reservation,
  type ServiceId,
  type Visit,
  type VisitId,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { Mirror, Wish } from '@motcua/client';
import {
  type CommandOf,
  type CommandType,
  type RequestedAction,
  type RequestedActionType,
  STEP_OUTS,
} from '@motcua/protocol';
import type { SeededRandom } from '@motcua/testing';
import { DEVICE_COMMANDS } from './device-commands.ts';
import { randomSetting, settingToRemove } from './random-settings.ts';

/** Who sends; a stranger has said no hello. */
export const SENDERS = ['stranger', 'kiosk', 'display', 'clerk', 'guide', 'head'] as const;
export type Sender = (typeof SENDERS)[number];

/** What a sender looks at before choosing. */
export interface Known {
  /** All that staff know of the day. */
  readonly mirror: Mirror;
  readonly personId: PersonId | null;
}

interface Generator<T extends CommandType> {
  /** Who may give it; from everybody else the hub takes it never. */
  readonly by: readonly Sender[];
  /** How often it comes beside the others. */
  readonly weight: number;
  readonly make: (dice: SeededRandom, known: Known) => Omit<CommandOf<T>, 'commandId'>;
}

const STAFF = ['clerk', 'guide', 'head'] as const satisfies readonly Sender[];

/** One line for each command: a new one does not compile until it is fuzzed too. */
export const COMMANDS = {
  'issue-ticket': {
    by: ['kiosk', ...STAFF],
    weight: 60,
    make: (dice, known) => ({
      type: 'issue-ticket',
      serviceIds: Array.from({ length: dice.pick([1, 1, 1, 2, 3]) }, () => serviceFor(dice, known)),
      language: dice.pick(['vi', 'vi', 'vi', 'en', 'de', 'mww']),
      priorityGroupId: dice.next() < 0.3 ? groupFor(dice, known) : null,
      needs: NEEDS.filter(() => dice.next() < 0.1),
      party: randomParty(dice),
      reason: dice.pick([null, 'Người già ở xa']),
      training: dice.next() < 0.05,
    }),
  },
  'check-in': {
    by: ['kiosk', ...STAFF],
    weight: 6,
    make: (dice, known) => ({
      type: 'check-in',
      code: one(dice, [...known.mirror.bookings.values()], ({ code }) => code, 'K7M4XP'),
      language: 'vi',
    }),
  },
  'step-out': {
    by: ['kiosk', ...STAFF],
    weight: 20,
    make: (dice, known) => ({
      type: 'step-out',
      number: one(
        dice,
        [...known.mirror.visits.values()],
        ({ ticket }) => ticket.number,
        'H00' + dice.pick(['1', '2', '3']),
      ),
      wish: dice.pick(STEP_OUTS),
    }),
  },
  'make-booking': {
    by: STAFF,
    weight: 6,
    make: (dice, known) => ({
      type: 'make-booking',
      serviceId: serviceFor(dice, known),
      startsAt: (T0 + dice.whole(0, 60) * 30 * 60_000) as Instant,
    }),
  },
  'cancel-booking': {
    by: STAFF,
    weight: 2,
    make: (dice, known) => ({
      type: 'cancel-booking',
      bookingId: one(dice, [...known.mirror.bookings.keys()], (id) => id, 'none' as BookingId),
    }),
  },
  'set-care': {
    by: STAFF,
    weight: 8,
    make: (dice, known) => ({
      type: 'set-care',
      visitId: visitFor(dice, known),
      care: {
        needs: NEEDS.filter(() => dice.next() < 0.4),
        priorityGroupId: dice.next() < 0.3 ? groupFor(dice, known) : null,
        note: dice.pick(['', 'Cần bản sao']),
      },
    }),
  },
  'set-kiosk': {
    by: STAFF,
    weight: 2,
    make: (dice, known) => ({
      type: 'set-kiosk',
      deviceId: one(dice, [...known.mirror.devices.keys()], (id) => id, 'none' as DeviceId),
      locked: dice.next() < 0.2,
      training: dice.next() < 0.2,
    }),
  },
  'report-print': {
    by: ['kiosk'],
    weight: 30,
    make: (dice, known) => ({
      type: 'report-print',
      printJobId: printJobFor(dice, known),
      report:
        dice.next() < 0.8
          ? { state: 'printed' }
          : { state: 'failed', fault: dice.pick(PRINTER_FAULTS) },
    }),
  },
  'resolve-print': {
    by: ['kiosk'],
    weight: 12,
    make: (dice, known) => ({
      type: 'resolve-print',
      printJobId: printJobFor(dice, known),
      resolution: dice.pick(['noted', 'given-back']),
    }),
  },
  'open-counter': {
    by: STAFF,
    weight: 6,
    make: (dice, known) => ({
      type: 'open-counter',
      counterId: counterFor(dice, known),
      training: dice.next() < 0.1,
    }),
  },
  'close-counter': {
    by: STAFF,
    weight: 1,
    make: (dice, known) => ({ type: 'close-counter', counterId: counterFor(dice, known) }),
  },
  'pause-counter': {
    by: STAFF,
    weight: 1,
    make: (dice, known) => ({
      type: 'pause-counter',
      counterId: counterFor(dice, known),
      reason: dice.pick(PAUSE_REASONS),
    }),
  },
  'resume-counter': {
    by: STAFF,
    weight: 3,
    make: (dice, known) => ({ type: 'resume-counter', counterId: counterFor(dice, known) }),
  },
  'call-next': {
    by: STAFF,
    weight: 30,
    make: (dice, known) => ({
      type: 'call-next',
      counterId: counterFor(dice, known),
      finishCurrent: dice.next() < 0.3,
    }),
  },
  'act-on-visit': {
    by: STAFF,
    weight: 60,
    make: (dice, known) => {
      const visitId = visitFor(dice, known);
      const counterId = dice.next() < 0.9 ? counterFor(dice, known) : null;
      const action = randomAction(dice, known, visitId);
      const reason = dice.pick([null, 'Nhầm quầy', '']);
      return {
        type: 'act-on-visit',
        visitId,
        counterId,
        action,
        note: dice.pick([null, null, '', 'Chờ bản sao']),
        reason,
      };
    },
  },
  'undo': {
    by: STAFF,
    weight: 40,
    make: (dice, known) => ({ type: 'undo', counterId: counterFor(dice, known) }),
  },
  'report-announcement': {
    by: ['display'],
    weight: 20,
    make: (dice, known) => ({
      type: 'report-announcement',
      announcementId: one(
        dice,
        known.mirror.announcements.slice(-8),
        ({ id }) => id,
        'none' as AnnouncementId,
      ),
      report: dice.pick<AnnouncementReport>([
        { state: 'playing' },
        { state: 'played' },
        { state: 'failed', failure: 'no-sound' },
      ]),
    }),
  },
  ...DEVICE_COMMANDS,
  'put-setting': {
    by: ['head'],
    weight: 12,
    make: (dice, { mirror }) => ({
      type: 'put-setting',
      setting: randomSetting(dice, mirror.settings),
    }),
  },
  'remove-setting': {
    by: ['head'],
    weight: 6,
    make: (dice, { mirror }) => ({
      type: 'remove-setting',
      ...settingToRemove(dice, mirror.settings),
    }),
  },
} as const satisfies { readonly [T in CommandType]: Generator<T> };

/** One line for each action on a visit. */
const ACTIONS = {
  'call': () => ({ type: 'call' }),
  'recall': () => ({ type: 'recall' }),
  'start-service': () => ({ type: 'start-service' }),
  'park': (dice) => ({ type: 'park', shared: dice.next() < 0.3 }),
  'transfer': (dice, { mirror }) => {
    const { queues, counters } = mirror.settings;
    const toQueueId = one(dice, queues, ({ id }) => id, 'none' as QueueId);
    const serving = counters.filter(({ queueIds }) => queueIds.includes(toQueueId));
    return {
      type: 'transfer',
      toQueueId,
      reservedFor: randomReservation(dice, serving, mirror),
      andBack: dice.next() < 0.3,
    };
  },
  'postpone': (dice) => ({ type: 'postpone', minutes: dice.pick([1, 5, 30]) }),
  'go-on': () => ({ type: 'go-on' }),
  'add-service': (dice, known) => ({ type: 'add-service', serviceId: serviceFor(dice, known) }),
  'drop-service': (dice, known) => ({ type: 'drop-service', serviceId: serviceFor(dice, known) }),
  'set-priority': (dice) => ({
    type: 'set-priority',
    priority: dice.pick(['normal', 'priority']),
  }),
  'set-party': (dice) => ({ type: 'set-party', party: randomParty(dice) }),
  'reserve': (dice, { mirror }) => ({
    type: 'reserve',
    reservedFor: randomReservation(dice, mirror.settings.counters, mirror),
  }),
  'return': () => ({ type: 'return' }),
  'send-back': () => ({ type: 'send-back' }),
  'mark-no-show': () => ({ type: 'mark-no-show' }),
  'finish': () => ({ type: 'finish' }),
  'cancel': (dice) => ({ type: 'cancel', as: dice.pick(['cancelled', 'withdrawn', 'left']) }),
  'reinstate': () => ({ type: 'reinstate' }),
} as const satisfies {
  readonly [T in RequestedActionType]: (
    dice: SeededRandom,
    known: Known,
  ) => RequestedAction & { readonly type: T };
};

const TYPES = Object.keys(COMMANDS) as readonly CommandType[];

/** A command of any kind, as somebody who looks at `known` might give it. */
export function anyCommand(dice: SeededRandom, known: Known): Wish {
  return COMMANDS[dice.pick(TYPES)].make(dice, known);
}

/** One of every kind. */
export function everyCommand(dice: SeededRandom, known: Known): readonly Wish[] {
  return TYPES.map((type) => COMMANDS[type].make(dice, known));
}

/** A command that this sender may give, the usual ones more often. */
export function commandOf(sender: Sender, dice: SeededRandom, known: Known): Wish {
  const own = TYPES.filter((type) => mayGive(sender, type));
  let left = dice.next() * own.reduce((sum, type) => sum + COMMANDS[type].weight, 0);
  const type = own.find((each) => (left -= COMMANDS[each].weight) < 0) ?? dice.pick(own);
  return COMMANDS[type].make(dice, known);
}

export function mayGive(sender: Sender, type: CommandType): boolean {
  const by: readonly Sender[] = COMMANDS[type].by;
  return by.includes(sender);
}

/** Mostly one that the visit's state allows. */
function randomAction(dice: SeededRandom, known: Known, visitId: VisitId): RequestedAction {
  const visit = known.mirror.visits.get(visitId);
  const any = Object.keys(ACTIONS) as readonly RequestedActionType[];
  const may = visit === undefined ? [] : allowedActions(visit, known.mirror.today);
  const allowed = any.filter((type) => may.includes(type));
  const type = dice.pick(allowed.length > 0 && dice.next() < 0.8 ? allowed : any);
  return ACTIONS[type](dice, known);
}

/** Mostly the counter where the sender sits, or a free one. */
function counterFor(dice: SeededRandom, { mirror, personId }: Known): CounterId {
  const { counters } = mirror.settings;
  const now = [...mirror.counters.values()].filter(({ state }) => state !== 'closed');
  const own = now.find((each) => 'clerkId' in each && each.clerkId === personId);
  const free = counters.filter(({ id }) => !now.some(({ counterId }) => counterId === id));
  if (own !== undefined && dice.next() < 0.95) return own.counterId;
  const likely = free.length > 0 && dice.next() < 0.8 ? free : counters;
  return one(dice, likely, ({ id }) => id, 'none' as CounterId);
}

/** Mostly one that stands at the sender's counter or waits; now and then one that is gone. */
function visitFor(dice: SeededRandom, { mirror, personId }: Known): VisitId {
  const visits = [...mirror.visits.values()];
  const own = visits.filter((visit) => 'clerkId' in visit && visit.clerkId === personId);
  if (own.length > 0 && dice.next() < 0.75) return dice.pick(own).id;
  return one(dice, visits.slice(-60), ({ id }: Visit) => id, 'none' as VisitId);
}

function serviceFor(dice: SeededRandom, { mirror }: Known): ServiceId {
  return one(dice, mirror.settings.services, ({ id }) => id, 'none' as ServiceId);
}

function groupFor(dice: SeededRandom, { mirror }: Known): PriorityGroupId {
  return one(dice, mirror.settings.priorityGroups, ({ id }) => id, 'none' as PriorityGroupId);
}

function randomParty(dice: SeededRandom): Party {
  const proxy = dice.next() < 0.1;
  return { people: dice.pick([1, 1, 1, 2, 5]), files: dice.pick([1, 1, 1, 2, 4]), proxy };
}

function randomReservation(
  dice: SeededRandom,
  counters: readonly Counter[],
  mirror: Mirror,
): Reservation | null {
  const counterId = one(dice, counters, ({ id }) => id, 'none' as CounterId);
  const clerkId = one(dice, [...mirror.people.keys()], (id) => id, 'none' as PersonId);
  return dice.pick<Reservation | null>([
    null,
    null,
    { type: 'counter', counterId },
    { type: 'clerk', clerkId },
  ]);
}

function printJobFor(dice: SeededRandom, { mirror }: Known): PrintJobId {
  return one(dice, [...mirror.printJobs.values()].slice(-12), ({ id }) => id, 'none' as PrintJobId);
}

/** The id of one of the items; `none` where there are none, and once in a while all the same. */
function one<Item, Id>(
  dice: SeededRandom,
  items: readonly Item[],
  idOf: (item: Item) => Id,
  none: Id,
): Id {
  return items.length === 0 || dice.next() < 0.02 ? none : idOf(dice.pick(items));
}
