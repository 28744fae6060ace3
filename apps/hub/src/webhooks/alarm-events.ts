import { type Alarm, alarmsOf, closingOn, type Instant } from '@motcua/domain';
import type { WebhookEvent } from '@motcua/protocol';
import type { Hub } from '../engine/hub.ts';
import type { WebhookSender } from './webhook-sender.ts';

/** A person is told within a minute; the room is small enough to be read that often. */
const CHECK_INTERVAL_MS = 10_000;

/**
 * Tells webhooks of alarms that were raised and cleared. Call it periodically. The ids are the same after a restart, so
 * that an alarm that lasts is not sent again; one that ended meanwhile is not reported as cleared.
 */
export function createAlarmEvents(
  hub: Pick<Hub, 'state' | 'now'>,
  { send, isWanted }: Pick<WebhookSender, 'send' | 'isWanted'>,
): () => void {
  const raised = new Map<string, WebhookEvent & { readonly type: 'alarm.raised' }>();
  let nextCheckAt = 0;

  return () => {
    const at = hub.now();
    if (at < nextCheckAt && nextCheckAt - at <= CHECK_INTERVAL_MS) return;
    nextCheckAt = at + CHECK_INTERVAL_MS;
    if (!isWanted('alarm.raised') && !isWanted('alarm.cleared')) return raised.clear();
    const now = new Map(alarmsNow(hub, at).map((alarm) => [alarm.id, alarm]));
    for (const [id, alarm] of now) {
      if (raised.has(id)) continue;
      const event = { type: 'alarm.raised', data: dataOf(alarm, at) } as const;
      raised.set(id, event);
      send(idOf(event), event);
    }
    for (const [id, { data }] of raised) {
      if (now.has(id)) continue;
      raised.delete(id);
      const event = { type: 'alarm.cleared', data } as const;
      send(idOf(event), event);
    }
  };
}

function alarmsNow({ state }: Pick<Hub, 'state'>, at: Instant): readonly Alarm[] {
  const { settings, devices, announcements, printJobs, visits, counters, people, today } = state;
  const closesAt = closingOn(settings.site, today, settings.clock);
  return alarmsOf(
    {
      ...{ settings: settings.all(), counters, people, closesAt, visits: visits.values() },
      ...{ devices: devices.values(), announcements: announcements.values() },
      printJobs: printJobs.values(),
    },
    at,
  );
}

function dataOf({ id, since }: Alarm, at: Instant) {
  const [kind = id, subject = null] = id.split('/');
  return { id, kind, subject, since: since ?? at };
}

/** Fit for an HTTP header: a number may have a letter that none has. */
function idOf({ type, data }: Extract<WebhookEvent, { data: { kind: string } }>): string {
  return `${type.replace('.', '_')}_${encodeURIComponent(data.id)}_${data.since}`;
}
