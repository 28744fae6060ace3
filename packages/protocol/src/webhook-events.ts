import type {
  CounterId,
  DeviceId,
  Instant,
  LocalDate,
  Outcome,
  PrinterState,
  QueueId,
  ServiceId,
} from '@motcua/domain';
import type { Change } from './facts.ts';

/** What a webhook may be sent. Names no visitor, no clerk and no priority. */
export type WebhookEvent =
  | {
      readonly type: 'ticket.issued';
      readonly data: {
        readonly number: string;
        readonly queueId: QueueId;
        readonly serviceId: ServiceId;
      };
    }
  | {
      readonly type: 'ticket.called';
      readonly data: {
        readonly number: string;
        readonly queueId: QueueId;
        readonly counterId: CounterId;
      };
    }
  | {
      readonly type: 'ticket.finished';
      readonly data: {
        readonly number: string;
        readonly queueId: QueueId;
        readonly outcome: Outcome;
      };
    }
  | { readonly type: 'day.closed'; readonly data: { readonly day: LocalDate } }
  | {
      readonly type: 'device.fault';
      readonly data: {
        readonly deviceId: DeviceId;
        readonly name: string;
        readonly printer: PrinterState | null;
        readonly sound: 'on' | 'blocked' | 'off' | null;
      };
    }
  | {
      readonly type: 'device.recovered';
      readonly data: { readonly deviceId: DeviceId; readonly name: string };
    }
  /** `kind` is the name of the alarm, `subject` the number, counter or device that it is about. */
  | {
      readonly type: 'alarm.raised' | 'alarm.cleared';
      readonly data: {
        readonly id: string;
        readonly kind: string;
        readonly subject: string | null;
        readonly since: Instant;
      };
    };
export type WebhookEventType = WebhookEvent['type'];

export const WEBHOOK_EVENT_TYPES = [
  'ticket.issued',
  'ticket.called',
  'ticket.finished',
  'day.closed',
  'device.fault',
  'device.recovered',
  'alarm.raised',
  'alarm.cleared',
] as const satisfies readonly WebhookEventType[];

/** The event of a change; practice is left out. Null: nothing. */
export function eventOf(change: Change): WebhookEvent | null {
  switch (change.type) {
    case 'ticket-issued': {
      const { training, ticket, queueId, serviceId } = change.visit;
      const { number } = ticket;
      return training ? null : { type: 'ticket.issued', data: { number, queueId, serviceId } };
    }
    case 'visit-changed': {
      const { visit, action } = change;
      if (visit.training || action === 'undo') return null;
      const common = { number: visit.ticket.number, queueId: visit.queueId };
      if (visit.state === 'called' && (action === 'call' || action === 'recall'))
        return { type: 'ticket.called', data: { ...common, counterId: visit.counterId } };
      return visit.state === 'closed'
        ? { type: 'ticket.finished', data: { ...common, outcome: visit.outcome } }
        : null;
    }
    case 'day-closed':
      return { type: 'day.closed', data: { day: change.day } };
    case 'device-changed': {
      const { device, before } = change;
      const [was, is] = [isFaulty(before ?? null), isFaulty(device)];
      const { id: deviceId, name, condition } = device;
      if (was === is || device.revoked) return null;
      const { printer, sound } = condition;
      return is
        ? { type: 'device.fault', data: { deviceId, name, printer, sound } }
        : { type: 'device.recovered', data: { deviceId, name } };
    }
    default:
      return null;
  }
}

const WORKS: ReadonlySet<string | null> = new Set([null, 'ready', 'near-end', 'reachable']);

function isFaulty(
  device: {
    readonly condition: { readonly printer: string | null; readonly sound: string | null };
  } | null,
): boolean {
  if (device === null) return false;
  const { printer, sound } = device.condition;
  return !WORKS.has(printer) || sound === 'blocked' || sound === 'off';
}
