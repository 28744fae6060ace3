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
import type { Wish } from '@motcua/client';
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

/** Who sends; a stranger has said no hello. */
export const SENDERS = ['stranger', 'kiosk', 'display', 'clerk', 'guide', 'head'] as const;
export type Sender = (typeof SENDERS)[number];

interface Generator<T extends CommandType> {
  /** Who may give it; from everybody else the hub takes it never. */
  readonly by: readonly Sender[];
  /** How often it comes beside the others. */
  readonly weight: number;
  readonly make: (dice: SeededRandom, known: Known) => Omit<CommandOf<T>, 'commandId'>;
}

const STAFF: readonly Sender[] = ['clerk', 'guide', 'head'];
const AT_COUNTERS: readonly Sender[] = ['clerk', 'head'];
/** One line for each command: a new one does not compile until it is fuzzed too. */
export const COMMANDS = {
  'issue-ticket': {
    by: ['kiosk', ...STAFF],
    weight: 60,
    make: (dice, known) => ({
      type: 'issue-ticket',
      serviceIds: Array.from({ length: dice.pick([1, 1, 1, 2, 3]) }, () => serviceFor(dice, known)),
      language: dice.pick(['vi', 'vi', 'vi', 'en', 'de', 'mww']),
      ...aboutPerson(dice, known),
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
      ...aboutPerson(dice, known),
    }),
  },
  'step-out': {
    by: ['kiosk', ...STAFF],
    weight: 20,
    make: (dice, known) => ({
      type: 'step-out',
      visitId: one(dice, [...known.mirror.visits.values()], ({ id }) => id, 'H001' as VisitId),
      wish: dice.pick(STEP_OUTS),
    }),
  },
  'make-booking': {
    by: STAFF,
    weight: 6,
    make: (dice, known) => ({
      type: 'make-booking',
      serviceId: serviceFor(dice, known),
      startsAt: slotFor(dice, known),
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
  'withdraw-numbers': {
    by: ['head'],
    weight: 1,
    make: (dice, known) => ({
      type: 'withdraw-numbers',
      deviceId: one(dice, [...known.mirror.devices.keys()], (id) => id, 'none' as DeviceId),
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
          ? { state: 'printed', proof: dice.pick(PRINT_PROOFS) }
          : { state: 'failed', fault: dice.pick(PRINTER_FAULTS) },
    }),
  },
  'print-again': {
    by: ['clerk', 'guide', 'head'],
    weight: 4,
    make: (dice, known) => ({
      type: 'print-again',
      visitId: one(dice, [...known.mirror.visits.keys()], (id) => id, 'none' as VisitId),
      kioskId: one(dice, [...known.mirror.devices.keys()], (id) => id, 'none' as DeviceId),
    }),
  },
  'resolve-print': {
    by: ['kiosk', ...STAFF],
    weight: 12,
    make: (dice, known) => ({
      type: 'resolve-print',
      printJobId: printJobFor(dice, known),
      resolution: dice.pick(PRINT_RESOLUTIONS),
    }),
  },
  'open-counter': {
    by: AT_COUNTERS,
    weight: 6,
    make: (dice, known) => ({
      type: 'open-counter',
      counterId: counterFor(dice, known),
      training: dice.next() < 0.1,
    }),
  },
  'close-counter': {
    by: AT_COUNTERS,
    weight: 1,
    make: (dice, known) => ({ type: 'close-counter', counterId: counterFor(dice, known) }),
  },
  'pause-counter': {
    by: AT_COUNTERS,
    weight: 1,
    make: (dice, known) => ({
      type: 'pause-counter',
      counterId: counterFor(dice, known),
      reason: dice.pick(PAUSE_REASONS),
    }),
  },
  'resume-counter': {
    by: AT_COUNTERS,
    weight: 3,
    make: (dice, known) => ({ type: 'resume-counter', counterId: counterFor(dice, known) }),
  },
  'call-next': {
    by: AT_COUNTERS,
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
    make: (dice, known) => ({
      type: 'undo',
      counterId: dice.next() < 0.15 ? null : counterFor(dice, known),
    }),
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
