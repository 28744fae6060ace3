import {
  addDays,
  countNumbers,
  type DeviceId,
  highestFree,
  isLow,
  type LocalDate,
  mostReserved,
  type NumberBlock,
  numbersOf,
  ok,
  onlyThose,
  type QueueId,
  refuse,
} from '@motcua/domain';
import type { CommandOf, Fact } from '@motcua/protocol';
import type { LiveState } from '../live-state.ts';
import type { Situation, UseCase } from './use-case.ts';

/**
 * A kiosk says which numbers it holds and gets as many as it should have, for today and the next day. Refuses with
 * `numbers-in-doubt` a kiosk that has not told its tickets, while the hub cannot trust its own memory.
 */
export const reserveNumbers: UseCase<'reserve-numbers'> = (situation, command) => {
  const { state, today } = situation;
  const { deviceId } = situation.identity;
  if (deviceId === null) return refuse('role-not-allowed');
  const doubts = state.kioskNumbers.doubts(state.devices);
  const isAwaited = doubts?.awaited.includes(deviceId) === true;
  if (isAwaited && !command.toldAll) return refuse('numbers-in-doubt');
  const awaited = (doubts?.awaited ?? []).filter((id) => id !== deviceId);
  const lastNumbers = higherThanKnown(state, command);

  const facts: Fact[] = [];
  if (isAwaited || Object.keys(lastNumbers).length > 0)
    facts.push({ type: 'numbers-doubted', day: doubts?.day ?? today, awaited, lastNumbers });
  const days = [today, addDays(today, 1)].map((day) => {
    const held = command.holds.find((each) => each.day === day)?.blocks ?? [];
    return { day, held, kept: whatItKeeps(situation, deviceId, day, held) };
  });
  const taken = new Set(days.flatMap(({ kept }) => [...numbersOf(kept)]));
  const added = new Map<QueueId, number>();
  for (const { day, held, kept } of days) {
    // Whom the hub waits for may hold any number, so it gives nobody a new one.
    const blocks =
      awaited.length > 0 ? kept : [...kept, ...moreFor(situation, kept, lastNumbers, taken, added)];
    if (sameNumbers(blocks, held) && sameNumbers(blocks, state.kioskNumbers.of(deviceId, day)))
      continue;
    facts.push({ type: 'numbers-reserved', kioskId: deviceId, day, blocks });
  }
  return ok(facts);
};

/** The hub has seen that its memory is older than it was: nobody gets a number from it until the kiosks have spoken. */
export const doubtNumbers: UseCase<'doubt-numbers'> = ({ state, today }, { awaited }) => {
  const known = awaited.filter((id) => state.devices.get(id)?.revoked === false);
  return ok(
    known.length === 0
      ? []
      : [{ type: 'numbers-doubted', day: today, awaited: known, lastNumbers: {} }],
  );
};

/** What the day that begins knows of reserved numbers: its own, and those of the day before, which may still be told. */
export function numbersOfTheNight(state: LiveState, next: LocalDate): readonly Fact[] {
  const before = addDays(next, -1);
  const doubts = state.kioskNumbers.doubts(state.devices);
  return [
    ...state.kioskNumbers
      .all()
      .filter(({ day }) => day >= before)
      .map((reserved): Fact => ({ type: 'numbers-reserved', ...reserved })),
    ...(doubts !== null && doubts.day >= before
      ? [{ type: 'numbers-doubted', ...doubts, lastNumbers: {} } as const]
      : []),
  ];
}

/** What the hub had reserved for the kiosk and nobody got, and what only the kiosk remembers, if it is free. */
function whatItKeeps(
  { state, at }: Situation,
  kioskId: DeviceId,
  day: LocalDate,
  held: readonly NumberBlock[],
): readonly NumberBlock[] {
  const known = state.kioskNumbers.of(kioskId, day);
  const own = new Set(numbersOf(known));
  const isFree = (number: string): boolean => {
    const holder = state.kioskNumbers.holderOf(number)?.kioskId ?? null;
    // A kiosk that was paired anew holds what it had under its old name.
    return holder === null || holder === kioskId || state.devices.get(holder)?.revoked !== false;
  };
  const claimed = onlyThose(held, (number) => !own.has(number) && isFree(number));
  return onlyThose(
    [
      ...known,
      ...claimed.map((block) => ({ ...block, reservedAt: earlier(block.reservedAt, at) })),
    ],
    (number) => !state.numbersGiven.has(number),
  );
}

/** As many numbers of every queue that runs low as bring it to what the site wants. */
function moreFor(
  { state, at }: Situation,
  kept: readonly NumberBlock[],
  lastNumbers: Readonly<Record<QueueId, number>>,
  taken: Set<string>,
  added: Map<QueueId, number>,
): readonly NumberBlock[] {
  const { settings, kioskNumbers, numbersGiven } = state;
  const size = settings.site.offlineNumbers;
  return settings
    .all()
    .queues.filter(({ active }) => active)
    .flatMap(({ id, series }) => {
      const left = countNumbers(kept.filter(({ queueId }) => queueId === id));
      if (!isLow(left, size)) return [];
      const room = mostReserved(series) - kioskNumbers.countOf(id) - (added.get(id) ?? 0);
      const behind = { ...series, from: Math.max(series.from, (lastNumbers[id] ?? 0) + 1) };
      const free = highestFree(
        behind,
        Math.min(size - left, room),
        (number) =>
          numbersGiven.has(number) || kioskNumbers.holderOf(number) !== null || taken.has(number),
      );
      const blocks = free.map((stretch) => ({
        queueId: id,
        prefix: series.prefix,
        ...stretch,
        reservedAt: at,
      }));
      for (const number of numbersOf(blocks)) taken.add(number);
      added.set(id, (added.get(id) ?? 0) + countNumbers(blocks));
      return blocks;
    });
}

/** Where the kiosk knows of higher numbers than the hub gave, as far as the queue has such. */
function higherThanKnown(
  { settings, lastNumber, today }: LiveState,
  { day, lastNumbers }: CommandOf<'reserve-numbers'>,
): Readonly<Record<QueueId, number>> {
  if (day !== today) return {};
  const queues = settings.all().queues.filter(({ id, series }) => {
    const told = lastNumbers[id] ?? 0;
    return told > (lastNumber.get(id) ?? 0) && told <= series.to;
  });
  return Object.fromEntries(queues.map(({ id }) => [id, lastNumbers[id] ?? 0]));
}

function sameNumbers(a: readonly NumberBlock[], b: readonly NumberBlock[]): boolean {
  return [...numbersOf(a)].join(' ') === [...numbersOf(b)].join(' ');
}

function earlier<T extends number>(a: T, b: T): T {
  return a < b ? a : b;
}
