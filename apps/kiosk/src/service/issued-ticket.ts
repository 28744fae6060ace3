import type { Mirror } from '@motcua/client';
import type { PrintJob, QueueId, Settings } from '@motcua/domain';
import { toLanguage } from '@motcua/i18n';
import type { Slip } from '@motcua/printing';
import type { Change, ChangeOf } from '@motcua/protocol';
import type { IssuedTicket } from '../bridge.ts';

export type TicketIssued = ChangeOf<'ticket-issued'> & { readonly printJob: PrintJob };

/** The ticket among the changes of an answer; null when none was issued for paper. */
export function ticketIssuedIn(changes: readonly Change[]): TicketIssued | null {
  for (const change of changes) {
    if (change.type === 'ticket-issued' && change.printJob !== null) {
      return { ...change, printJob: change.printJob };
    }
  }
  return null;
}

/** Numbers of the counters a visitor of this queue may be called to: the open ones, else all that serve it. */
export function countersOf(mirror: Mirror, queueId: QueueId): readonly number[] {
  const serving = mirror.settings.counters.filter(({ queueIds }) => queueIds.includes(queueId));
  const open = serving.filter(({ id }) => {
    const state = mirror.counters.get(id)?.state;
    return state === 'open' || state === 'paused';
  });
  return (open.length > 0 ? open : serving).map(({ number }) => number).sort((a, b) => a - b);
}

export function toIssuedTicket(
  { visit, printJob, peopleAhead }: TicketIssued,
  mirror: Mirror,
): IssuedTicket {
  return {
    printJobId: printJob.id,
    number: visit.ticket.number,
    serviceId: visit.serviceId,
    peopleAhead,
    counters: countersOf(mirror, visit.queueId),
    arrivedAt: visit.arrivedAt,
  };
}

export function toSlip({ visit, peopleAhead }: TicketIssued, mirror: Mirror): Slip {
  const { site, services } = mirror.settings;
  const service = services.find(({ id }) => id === visit.serviceId);
  return {
    language: toLanguage(visit.ticket.language),
    authority: site.authority,
    centre: site.name,
    number: visit.ticket.number,
    priority: visit.priority === 'priority',
    serviceName: service?.name ?? { vi: '' },
    counters: countersOf(mirror, visit.queueId),
    peopleAhead,
    estimate: null,
    issuedAt: visit.arrivedAt,
    zone: site.zone,
    papers: service?.papers ?? [],
    followUrl: followUrl(site, visit.id),
  };
}

function followUrl({ followAddress }: Settings['site'], visitId: string): string | null {
  return followAddress === null
    ? null
    : `${followAddress.replace(/\/+$/, '')}/${encodeURIComponent(visitId)}`;
}
