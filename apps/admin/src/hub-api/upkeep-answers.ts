import type { DeviceId, Instant, LocalDate } from '@motcua/domain';
import { fieldOf, flag, list, number, oneOf, orNull, text, type Reader } from './read-answer.ts';

/** What the hub knows of a device beside its condition. */
export interface Vital {
  readonly heardAt: Instant;
  readonly clockAheadMs: number | null;
  readonly version: string | null;
  readonly freeBytes: number | null;
  readonly lastCallHeardAt: Instant | null;
  readonly webSocketBlocked: boolean;
}

export interface Vitals {
  /** The hub's clock, by which ages are told. */
  readonly at: Instant;
  readonly startedAt: Instant;
  readonly hubFreeBytes: number | null;
  readonly devices: ReadonlyMap<DeviceId, Vital>;
  /** When kiosks gave numbers without the hub, as they told today. */
  readonly alone: readonly OfflinePeriod[];
}

export interface OfflinePeriod {
  readonly deviceId: DeviceId;
  readonly from: Instant;
  readonly until: Instant;
  readonly numbers: number;
}

export const BACKUP_PROBLEMS = ['no-room', 'cannot-write', 'damaged', 'stopped'] as const;

export interface BackupState {
  readonly at: Instant;
  readonly folder: string;
  readonly newest: {
    readonly name: string;
    readonly madeAt: Instant;
    readonly bytes: number;
  } | null;
  readonly count: number;
  readonly failure: {
    readonly at: Instant;
    readonly problem: (typeof BACKUP_PROBLEMS)[number];
  } | null;
  /** Older than a backup may become. */
  readonly old: boolean;
}

export const CLOCK_PROBLEMS = ['ahead', 'behind', 'day-ahead'] as const;

/** What the hub makes of its computer's clock. */
export interface ClockState {
  readonly today: LocalDate;
  /** What the clock shows. */
  readonly wall: Instant;
  readonly problem: (typeof CLOCK_PROBLEMS)[number] | null;
}

const instant: Reader<Instant> = (value) => number(value) as Instant;

export const vitalsAnswer: Reader<Vitals> = (value) => ({
  at: fieldOf(value, 'at', instant),
  startedAt: fieldOf(value, 'startedAt', instant),
  hubFreeBytes: fieldOf(value, 'hubFreeBytes', orNull(number)),
  devices: new Map(
    fieldOf(
      value,
      'devices',
      list((device) => [
        fieldOf(device, 'deviceId', text) as DeviceId,
        {
          heardAt: fieldOf(device, 'heardAt', instant),
          clockAheadMs: fieldOf(device, 'clockAheadMs', orNull(number)),
          version: fieldOf(device, 'version', orNull(text)),
          freeBytes: fieldOf(device, 'freeBytes', orNull(number)),
          lastCallHeardAt: fieldOf(device, 'lastCallHeardAt', orNull(instant)),
          webSocketBlocked: fieldOf(device, 'webSocketBlocked', flag),
        },
      ]),
    ),
  ),
  alone: fieldOf(
    value,
    'alone',
    list((time) => ({
      deviceId: fieldOf(time, 'deviceId', text) as DeviceId,
      from: fieldOf(time, 'from', instant),
      until: fieldOf(time, 'until', instant),
      numbers: fieldOf(time, 'numbers', number),
    })),
  ),
});

export const backupAnswer: Reader<BackupState> = (value) => ({
  at: fieldOf(value, 'at', instant),
  folder: fieldOf(value, 'folder', text),
  newest: fieldOf(
    value,
    'newest',
    orNull((newest) => ({
      name: fieldOf(newest, 'name', text),
      madeAt: fieldOf(newest, 'madeAt', instant),
      bytes: fieldOf(newest, 'bytes', number),
    })),
  ),
  count: fieldOf(value, 'count', number),
  failure: fieldOf(
    value,
    'failure',
    orNull((failure) => ({
      at: fieldOf(failure, 'at', instant),
      problem: fieldOf(failure, 'problem', oneOf(BACKUP_PROBLEMS)),
    })),
  ),
  old: fieldOf(value, 'old', flag),
});

export const clockAnswer: Reader<ClockState> = (value) => ({
  today: fieldOf(value, 'today', text) as LocalDate,
  wall: fieldOf(value, 'wall', instant),
  problem: fieldOf(value, 'problem', orNull(oneOf(CLOCK_PROBLEMS))),
});
