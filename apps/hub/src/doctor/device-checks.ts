import type { Device } from '@motcua/domain';
import { createEscposTcpPrinter } from '@motcua/printing/drivers';
import type { PrinterStatus } from '@motcua/printing';
import type { DeviceVitals } from '@motcua/protocol/http';
import { bad, type Finding, attention, well, type Words } from './finding.ts';

/** A device reports every ten seconds; one that is silent so long is off or disconnected. */
export const SILENT_AFTER_MS = 60_000;
export const CLOCK_OFF_AFTER_MS = 60_000;
const DEVICE_DISK_LOW_BYTES = 500 * 1024 ** 2;

/** What a running hub knows of devices. */
export interface DeviceReports {
  readonly at: number;
  readonly devices: readonly Pick<
    DeviceVitals,
    'deviceId' | 'heardAt' | 'clockAheadMs' | 'freeBytes' | 'webSocketBlocked'
  >[];
}

/** Paired devices, and what they report; null: no hub runs that could know. */
export function checkDevices(
  devices: readonly Device[],
  reports: DeviceReports | null,
  words: Words,
): readonly Finding[] {
  const used = devices.filter(({ role, revoked }) => role !== 'program' && !revoked);
  if (used.length === 0) return [attention('doctor.devices-none')];
  const found =
    reports === null ? [] : used.flatMap((device) => checkReports(device, reports, words));
  const silent = found.length === 0 && reports !== null;
  return silent ? [well('doctor.devices-ok', { count: used.length })] : found;
}

function checkReports(
  { id, name: device }: Device,
  { at, devices }: DeviceReports,
  { age, size }: Words,
): readonly Finding[] {
  const known = devices.find(({ deviceId }) => deviceId === id);
  if (known === undefined) return [attention('doctor.device-never', { device })];
  const silence = at - known.heardAt;
  if (silence > SILENT_AFTER_MS)
    return [bad('doctor.device-silent', { device, age: age(silence) })];
  const off = Math.abs(known.clockAheadMs ?? 0);
  return [
    ...(off > CLOCK_OFF_AFTER_MS
      ? [attention('doctor.device-clock', { device, age: age(off) })]
      : []),
    ...(known.webSocketBlocked ? [attention('doctor.device-slow', { device })] : []),
    ...(known.freeBytes !== null && known.freeBytes < DEVICE_DISK_LOW_BYTES
      ? [attention('doctor.device-disk', { device, free: size(known.freeBytes) })]
      : []),
  ];
}

export function checkPrinter(printer: string, status: PrinterStatus, { say }: Words): Finding {
  if (status === 'ready') return well('doctor.printer-ok', { printer });
  if (status === 'reachable') return attention('doctor.printer-reachable', { printer });
  if (status === 'near-end') return attention('doctor.printer-near-end', { printer });
  return bad('doctor.printer-bad', { printer, state: say(`admin.printer-${status}`) });
}

/** Queries a printer directly, at `tcp://host:port` (port 9100 by default). */
export async function askPrinter(address: string): Promise<PrinterStatus> {
  const { hostname, port } = new URL(address);
  const printer = createEscposTcpPrinter({
    host: hostname,
    port: port === '' ? 9100 : Number(port),
  });
  return printer.status();
}
