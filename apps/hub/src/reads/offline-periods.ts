import { type DeviceId, type Instant, ownerOf } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { OfflinePeriod } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';

/** The offline periods that kiosks reported today, oldest first, from the journal. */
export interface OfflinePeriods {
  readonly all: () => readonly OfflinePeriod[];
}

export function createOfflinePeriods({
  state,
  store,
  onCommitted,
}: Pick<Hub, 'state' | 'store' | 'onCommitted'>): OfflinePeriods {
  const since = store.journal.firstSeqOf(state.today) ?? 1;
  /** A hub that lost data gets its own numbers reported again; only those of a kiosk's series belong to an offline period. */
  const isOwn = ({ number }: { readonly number: string }) =>
    ownerOf(number, state.settings.prefixes())?.of === 'kiosk';
  let times: readonly OfflinePeriod[] = store.records
    .issuedOffline(since)
    .filter(isOwn)
    .reduce(withTicket, [] as readonly OfflinePeriod[]);

  onCommitted((changes) => {
    for (const change of changes) {
      if (change.type === 'day-closed') times = [];
      const report = reportOf(change);
      if (report !== null && isOwn(report)) times = withTicket(times, report);
    }
  });
  return { all: () => times };
}

interface Report {
  readonly deviceId: DeviceId;
  readonly number: string;
  readonly arrivedAt: Instant;
  readonly at: Instant;
}

function reportOf(change: Change): Report | null {
  const { at, by } = change;
  return change.type === 'ticket-issued' && change.peopleAhead === null && by.deviceId !== null
    ? {
        deviceId: by.deviceId,
        number: change.visit.ticket.number,
        arrivedAt: change.visit.arrivedAt,
        at,
      }
    : null;
}

/** A ticket given before its kiosk had reported the one before belongs to the same period. */
function withTicket(
  times: readonly OfflinePeriod[],
  { deviceId, arrivedAt, at }: Report,
): readonly OfflinePeriod[] {
  const last = times.findLast((time) => time.deviceId === deviceId);
  if (last === undefined || arrivedAt > last.until)
    return [...times, { deviceId, from: arrivedAt, until: at, numbers: 1 }];
  const from = arrivedAt < last.from ? arrivedAt : last.from;
  const longer = { deviceId, from, until: at, numbers: last.numbers + 1 };
  return times.map((time) => (time === last ? longer : time));
}
