import {
  type AnnouncementId,
  type AnnouncementReport,
  type BookingId,
  type DeviceId,
  NEEDS,
  PAUSE_REASONS,
  PRINT_PROOFS,
  PRINT_RESOLUTIONS,
  PRINTER_FAULTS,
  type VisitId,
} from '@motcua/domain';
import type { CommandInput } from '@motcua/client';
import { type CommandOf, type CommandType, STEP_OUTS } from '@motcua/protocol';
import type { SeededRandom } from '@motcua/testing';
import { randomAction } from './actions.ts';
import { DEVICE_COMMANDS } from './device-commands.ts';
import {
  aboutPerson,
  counterFor,
  groupFor,
  type Known,
  one,
  printJobFor,
  serviceFor,
  slotFor,
  visitFor,
} from './picks.ts';
import { randomSetting, settingToRemove } from './random-settings.ts';

/** The senders; an unauthenticated one has said no hello. */
export const SENDERS = ['stranger', 'kiosk', 'display', 'clerk', 'guide', 'head'] as const;
export type Sender = (typeof SENDERS)[number];

interface Generator<T extends CommandType> {
  /** Allowed senders; the hub refuses it from all others. */
  readonly by: readonly Sender[];
  /** How often it is chosen, relative to the others. */
  readonly weight: number;
  readonly make: (random: SeededRandom, known: Known) => Omit<CommandOf<T>, 'commandId'>;
}

const STAFF: readonly Sender[] = ['clerk', 'guide', 'head'];
const AT_COUNTERS: readonly Sender[] = ['clerk', 'head'];
/** One line for each command: a new one does not compile until it is fuzzed too. */
export const COMMANDS = {
  'issue-ticket': {
    by: ['kiosk', ...STAFF],
    weight: 60,
    make: (random, known) => ({
      type: 'issue-ticket',
      serviceIds: Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () =>
        serviceFor(random, known),
      ),
      language: random.pick(['vi', 'vi', 'vi', 'en', 'de', 'mww']),
      ...aboutPerson(random, known),
      reason: random.pick([null, 'Người già ở xa']),
      training: random.next() < 0.05,
    }),
  },
  'check-in': {
    by: ['kiosk', ...STAFF],
    weight: 6,
    make: (random, known) => ({
      type: 'check-in',
      code: one(random, [...known.mirror.bookings.values()], ({ code }) => code, 'K7M4XP'),
      language: 'vi',
      ...aboutPerson(random, known),
    }),
  },
  'step-out': {
    by: ['kiosk', ...STAFF],
    weight: 20,
    make: (random, known) => ({
      type: 'step-out',
      visitId: one(random, [...known.mirror.visits.values()], ({ id }) => id, 'H001' as VisitId),
      wish: random.pick(STEP_OUTS),
    }),
  },
  'make-booking': {
    by: STAFF,
    weight: 6,
    make: (random, known) => ({
      type: 'make-booking',
      serviceId: serviceFor(random, known),
      startsAt: slotFor(random, known),
    }),
  },
  'cancel-booking': {
    by: STAFF,
    weight: 2,
    make: (random, known) => ({
      type: 'cancel-booking',
      bookingId: one(random, [...known.mirror.bookings.keys()], (id) => id, 'none' as BookingId),
    }),
  },
  'set-care': {
    by: STAFF,
    weight: 8,
    make: (random, known) => ({
      type: 'set-care',
      visitId: visitFor(random, known),
      care: {
        needs: NEEDS.filter(() => random.next() < 0.4),
        priorityGroupId: random.next() < 0.3 ? groupFor(random, known) : null,
        note: random.pick(['', 'Cần bản sao']),
      },
    }),
  },
  'set-kiosk': {
    by: STAFF,
    weight: 2,
    make: (random, known) => ({
      type: 'set-kiosk',
      deviceId: one(random, [...known.mirror.devices.keys()], (id) => id, 'none' as DeviceId),
      locked: random.next() < 0.2,
      training: random.next() < 0.2,
    }),
  },
  'withdraw-numbers': {
    by: ['head'],
    weight: 1,
    make: (random, known) => ({
      type: 'withdraw-numbers',
      deviceId: one(random, [...known.mirror.devices.keys()], (id) => id, 'none' as DeviceId),
    }),
  },
  'report-print': {
    by: ['kiosk'],
    weight: 30,
    make: (random, known) => ({
      type: 'report-print',
      printJobId: printJobFor(random, known),
      report:
        random.next() < 0.8
          ? { state: 'printed', proof: random.pick(PRINT_PROOFS) }
          : { state: 'failed', fault: random.pick(PRINTER_FAULTS) },
    }),
  },
  'print-again': {
    by: ['clerk', 'guide', 'head'],
    weight: 4,
    make: (random, known) => ({
      type: 'print-again',
      visitId: one(random, [...known.mirror.visits.keys()], (id) => id, 'none' as VisitId),
      kioskId: one(random, [...known.mirror.devices.keys()], (id) => id, 'none' as DeviceId),
    }),
  },
  'resolve-print': {
    by: ['kiosk', ...STAFF],
    weight: 12,
    make: (random, known) => ({
      type: 'resolve-print',
      printJobId: printJobFor(random, known),
      resolution: random.pick(PRINT_RESOLUTIONS),
    }),
  },
  'open-counter': {
    by: AT_COUNTERS,
    weight: 6,
    make: (random, known) => ({
      type: 'open-counter',
      counterId: counterFor(random, known),
      training: random.next() < 0.1,
    }),
  },
  'close-counter': {
    by: AT_COUNTERS,
    weight: 1,
    make: (random, known) => ({ type: 'close-counter', counterId: counterFor(random, known) }),
  },
  'pause-counter': {
    by: AT_COUNTERS,
    weight: 1,
    make: (random, known) => ({
      type: 'pause-counter',
      counterId: counterFor(random, known),
      reason: random.pick(PAUSE_REASONS),
    }),
  },
  'resume-counter': {
    by: AT_COUNTERS,
    weight: 3,
    make: (random, known) => ({ type: 'resume-counter', counterId: counterFor(random, known) }),
  },
  'call-next': {
    by: AT_COUNTERS,
    weight: 30,
    make: (random, known) => ({
      type: 'call-next',
      counterId: counterFor(random, known),
      finishCurrent: random.next() < 0.3,
    }),
  },
  'act-on-visit': {
    by: STAFF,
    weight: 60,
    make: (random, known) => {
      const visitId = visitFor(random, known);
      const counterId = random.next() < 0.9 ? counterFor(random, known) : null;
      const action = randomAction(random, known, visitId);
      const reason = random.pick([null, 'Nhầm quầy', '']);
      return {
        type: 'act-on-visit',
        visitId,
        counterId,
        action,
        note: random.pick([null, null, '', 'Chờ bản sao']),
        reason,
      };
    },
  },
  'undo': {
    by: STAFF,
    weight: 40,
    make: (random, known) => ({
      type: 'undo',
      counterId: random.next() < 0.15 ? null : counterFor(random, known),
    }),
  },
  'report-announcement': {
    by: ['display'],
    weight: 20,
    make: (random, known) => ({
      type: 'report-announcement',
      announcementId: one(
        random,
        known.mirror.announcements.slice(-8),
        ({ id }) => id,
        'none' as AnnouncementId,
      ),
      report: random.pick<AnnouncementReport>([
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
    make: (random, { mirror }) => ({
      type: 'put-setting',
      setting: randomSetting(random, mirror.settings),
    }),
  },
  'remove-setting': {
    by: ['head'],
    weight: 6,
    make: (random, { mirror }) => ({
      type: 'remove-setting',
      ...settingToRemove(random, mirror.settings),
    }),
  },
} as const satisfies { readonly [T in CommandType]: Generator<T> };

const TYPES = Object.keys(COMMANDS) as readonly CommandType[];

/** A command of any kind, with plausible values taken from `known`. */
export function anyCommand(random: SeededRandom, known: Known): CommandInput {
  return COMMANDS[random.pick(TYPES)].make(random, known);
}

/** One of every kind. */
export function everyCommand(random: SeededRandom, known: Known): readonly CommandInput[] {
  return TYPES.map((type) => COMMANDS[type].make(random, known));
}

/** A command that this sender may give, common ones more often. */
export function commandOf(sender: Sender, random: SeededRandom, known: Known): CommandInput {
  const own = TYPES.filter((type) => mayGive(sender, type));
  let left = random.next() * own.reduce((sum, type) => sum + COMMANDS[type].weight, 0);
  const type = own.find((each) => (left -= COMMANDS[each].weight) < 0) ?? random.pick(own);
  return COMMANDS[type].make(random, known);
}

export function mayGive(sender: Sender, type: CommandType): boolean {
  const by: readonly Sender[] = COMMANDS[type].by;
  return by.includes(sender);
}
