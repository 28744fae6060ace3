import {
  addDays,
  ONE_PERSON,
  type Instant,
  NEEDS,
  type PrintJobId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import type { CommandOf } from '@motcua/protocol';
import type { SeededRandom } from '@motcua/testing';
import type { Known } from './picks.ts';

/** Commands that only devices give. */
export const DEVICE_COMMANDS = {
  'settle-ticket': { by: ['kiosk'], weight: 8, make: randomSettle },
  'report-condition': { by: ['kiosk', 'display'], weight: 3, make: randomCondition },
} as const;

function randomCondition(random: SeededRandom): Omit<CommandOf<'report-condition'>, 'commandId'> {
  return {
    type: 'report-condition',
    condition: {
      printer: random.pick(['ready', 'near-end', 'out-of-paper', null]),
      sound: random.pick(['on', 'blocked', 'off', null]),
    },
  };
}

/** An offline ticket, possibly an impossible one, or one that another visitor has. */
function randomSettle(
  random: SeededRandom,
  { mirror }: Known,
): Omit<CommandOf<'settle-ticket'>, 'commandId'> {
  const service = random.pick(mirror.settings.services);
  const queue = mirror.settings.queues.find(({ id }) => id === service?.queueId);
  const id = random.whole(1, 1_000_000_000);
  const day = addDays(mirror.today, random.pick([-1, 0, 0, 0, 0, 1, -9]));
  const letters = random.pick(['A', 'A', 'M', 'X', 'U', '']);
  const digits = String(random.whole(1, 60)).padStart(letters === '' ? 3 : 2, '0');
  return {
    type: 'settle-ticket',
    ticket: {
      visitId: `visit-${id}` as VisitId,
      printJobId: `print-${id}` as PrintJobId,
      number: `${queue?.series.prefix ?? 'H'}${letters}${digits}`,
      day,
      arrivedAt: (1_795_000_000_000 + random.whole(0, 1_000_000_000)) as Instant,
      serviceIds: [service?.id ?? ('none' as ServiceId)],
      language: 'vi',
      priorityGroupId: null,
      needs: NEEDS.filter(() => random.next() < 0.1),
      party: ONE_PERSON,
      bookedFor: null,
    },
    print: random.pick([
      null,
      { state: 'printed', proof: 'proved' },
      { state: 'failed', fault: 'fate-unknown' },
    ]),
    resolution: random.pick([null, null, 'noted', 'given-back']),
    instead:
      random.next() < 0.1
        ? (random.pick([...mirror.visits.keys(), 'none' as VisitId]) ?? null)
        : null,
  };
}
