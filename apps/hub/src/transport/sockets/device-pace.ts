import type { DeviceId } from '@motcua/domain';
import type { CommandType } from '@motcua/protocol';
import { createTokenBuckets } from '../token-bucket.ts';

/**
 * How often a second one device may send what comes from touches, or what is recorded in the journal each time, as a
 * share of all its commands. A stolen one takes no queue's numbers within minutes, finds no booking by trying, and
 * fills no disk.
 */
const PART = {
  'issue-ticket': 1 / 50,
  'check-in': 1 / 100,
  'report-condition': 1 / 50,
} as const satisfies Partial<Record<CommandType, number>>;

/** Whether the device may give that command now; ten seconds' worth may come at once. */
export function createDevicePace(
  commandsPerSecond: number,
  nowMs: () => number,
): (deviceId: DeviceId, type: CommandType) => boolean {
  const buckets = new Map(
    Object.entries(PART).map(([type, part]) => [
      type,
      createTokenBuckets(commandsPerSecond * part, nowMs),
    ]),
  );
  return (deviceId, type) => buckets.get(type)?.(deviceId) ?? true;
}
