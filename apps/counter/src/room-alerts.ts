import type { Device, PrinterFault, PrintJob, PrintJobId } from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** Something in the room that a person should see to, what stops the room first. */
export type RoomAlert =
  | {
      readonly type: 'slip-failed';
      readonly key: string;
      readonly printJobId: PrintJobId;
      readonly number: string;
      readonly fault: PrinterFault | null;
      /** The visitor says they remember the number. */
      readonly noted: boolean;
      /** Nobody chose anything: the visitor may not know the number. */
      readonly left: boolean;
    }
  | {
      readonly type: 'printer';
      readonly key: string;
      readonly device: string;
      readonly condition: PrinterFault | 'near-end';
    }
  | { readonly type: 'sound'; readonly key: string; readonly device: string }
  /** There are displays, and none of them can be reached. */
  | { readonly type: 'no-display'; readonly key: string };

/** What the staff are told of paper and sound: facts, never guesses (house 1, rule 5). */
export function roomAlerts(mirror: Mirror): readonly RoomAlert[] {
  const devices = [...mirror.devices.values()].filter(({ revoked }) => !revoked);
  const displays = devices.filter(({ role }) => role === 'display');
  const away = displays.length > 0 && displays.every(({ condition }) => condition.sound === null);
  return [
    ...devices.flatMap(deviceAlerts),
    ...(away ? [{ type: 'no-display', key: 'no-display' } as const] : []),
    ...slipAlerts(mirror),
  ];
}

const STILL_OPEN: ReadonlySet<PrintJob['resolution']> = new Set<PrintJob['resolution']>([
  null,
  'noted',
  'left',
]);

/** A slip is worth a walk while its visitor still waits and nobody has helped; after the call the number has been heard. */
function slipAlerts(mirror: Mirror): readonly RoomAlert[] {
  return [...mirror.printJobs.values()]
    .filter(({ state, resolution }) => state === 'failed' && STILL_OPEN.has(resolution))
    .filter(({ visitId }) => mirror.visits.get(visitId)?.state === 'waiting')
    .toSorted((a, b) => urgency(a) - urgency(b) || b.askedAt - a.askedAt)
    .map((job) => ({
      type: 'slip-failed',
      key: job.id,
      printJobId: job.id,
      number: job.number,
      fault: job.fault,
      noted: job.resolution === 'noted',
      left: job.resolution === 'left',
    }));
}

/** Who is gone without a number first, then who still stands there, then who noted it. */
function urgency({ resolution }: PrintJob): number {
  return resolution === 'left' ? 0 : resolution === null ? 1 : 2;
}

function deviceAlerts(device: Device): readonly RoomAlert[] {
  const { printer, sound } = device.condition;
  const alerts: RoomAlert[] = [];
  if (device.role === 'display' && (sound === 'blocked' || sound === 'off')) {
    alerts.push({ type: 'sound', key: `${device.id}/sound`, device: device.name });
  }
  // One that says nothing of itself is no trouble by that.
  if (printer !== null && printer !== 'ready' && printer !== 'reachable') {
    alerts.push({
      type: 'printer',
      key: `${device.id}/printer`,
      device: device.name,
      condition: printer,
    });
  }
  return alerts;
}
