import type { Device, Instant } from '@motcua/domain';
import type { MessageKey, Params } from '@motcua/i18n';
import type { Vitals } from '@motcua/protocol/http';
import { agoWords, sizeText } from '../backup-settings/age-words.ts';

/** One short line about a device; `fault`: staff have to go there. */
export interface HealthLine {
  readonly tone: 'plain' | 'fault';
  readonly key: MessageKey;
  readonly params: Params;
}

/** A device reports every ten seconds; one that is silent so long is off or disconnected. */
const SILENT_AFTER_MS = 60_000;
const CLOCK_OFF_AFTER_MS = 60_000;
const DISK_LOW_BYTES = 500 * 1024 ** 2;

/** When a device last reported, and what is wrong with it beside paper and sound; nothing of one revoked. */
export function deviceHealth(
  { id, role, revoked }: Pick<Device, 'id' | 'role' | 'revoked'>,
  { at, devices }: Pick<Vitals, 'at' | 'devices'>,
): readonly HealthLine[] {
  // A counter's page is known by its signed-in clerk, not as a device.
  if (revoked || role === 'counter') return [];
  const vital = devices.find(({ deviceId }) => deviceId === id);
  if (vital === undefined) return [{ tone: 'fault', key: 'admin.never-heard', params: {} }];
  const silence = at - vital.heardAt;
  const { clockAheadMs, freeBytes, lastCallHeardAt, webSocketBlocked } = vital;
  const off = Math.abs(clockAheadMs ?? 0);
  return [
    { tone: silence > SILENT_AFTER_MS ? 'fault' : 'plain', ...agoWords(silence) },
    ...(webSocketBlocked ? [fault('admin.websocket-blocked', {})] : []),
    ...(off > CLOCK_OFF_AFTER_MS
      ? [fault('admin.clock-off', { count: Math.round(off / 60_000) })]
      : []),
    ...(freeBytes !== null && freeBytes < DISK_LOW_BYTES
      ? [fault('admin.disk-low', { free: sizeText(freeBytes) })]
      : []),
    ...(role === 'display' ? lastCall(lastCallHeardAt, at) : []),
  ];
}

function lastCall(heardAt: Instant | null, at: Instant): readonly HealthLine[] {
  if (heardAt === null) return [];
  const minutes = Math.max(0, Math.floor((at - heardAt) / 60_000));
  return [{ tone: 'plain', key: 'admin.last-call-heard', params: { count: minutes } }];
}

function fault(key: MessageKey, params: Params): HealthLine {
  return { tone: 'fault', key, params };
}
