import type { Mirror } from '@motcua/client';
import type { LocalText, PrintJob, QueueId, ServiceId, Settings } from '@motcua/domain';
import { toLanguage } from '@motcua/i18n';
import { estimateText, type Slip } from '@motcua/printing';
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

/** `checkedIn`: it was given for a booking. */
export function toIssuedTicket(
  { visit, printJob, peopleAhead, promise, promised }: TicketIssued,
  mirror: Mirror,
  checkedIn: boolean,
): IssuedTicket {
  const booking = visit.bookedFor === null ? 'late' : 'in-time';
  return {
    printJobId: printJob.id,
    number: visit.ticket.number,
    serviceIds: serviceIdsOf(visit),
    priority: visit.priority === 'priority',
    training: visit.training,
    booking: checkedIn ? booking : null,
    peopleAhead,
    estimate: promised ? (promise?.range ?? null) : null,
    counters: countersOf(mirror, visit.queueId),
    arrivedAt: visit.arrivedAt,
  };
}

export function toSlip(
  { visit, peopleAhead, promise, promised }: TicketIssued,
  mirror: Mirror,
): Slip {
  const { site, services } = mirror.settings;
  const nameOf = (serviceId: ServiceId): LocalText =>
    services.find(({ id }) => id === serviceId)?.name ?? { vi: '' };
  const language = toLanguage(visit.ticket.language);
  return {
    language,
    authority: site.authority,
    centre: site.name,
    number: visit.ticket.number,
    priority: visit.priority === 'priority',
    training: visit.training,
    serviceName: nameOf(visit.serviceId),
    laterServices: visit.next.map(({ serviceId }) => nameOf(serviceId)),
    counters: countersOf(mirror, visit.queueId),
    peopleAhead: peopleAhead ?? 'unknown',
    estimate: promised && promise !== null ? estimateText(promise.range, language) : null,
    issuedAt: visit.arrivedAt,
    zone: site.zone,
    papers: papersOf(serviceIdsOf(visit), mirror),
    code: visit.id,
    followUrl: followUrl(site, visit.id),
  };
}

function serviceIdsOf({ serviceId, next }: TicketIssued['visit']): readonly ServiceId[] {
  return [serviceId, ...next.map((step) => step.serviceId)];
}

/** Of all the services, each paper once. */
function papersOf(serviceIds: readonly ServiceId[], { settings }: Mirror): readonly LocalText[] {
  const papers = serviceIds.flatMap(
    (serviceId) => settings.services.find(({ id }) => id === serviceId)?.papers ?? [],
  );
  return [...new Map(papers.map((paper) => [paper.vi, paper])).values()];
}

function followUrl({ followAddress }: Settings['site'], visitId: string): string | null {
  return followAddress === null
    ? null
    : `${followAddress.replace(/\/+$/, '')}/${encodeURIComponent(visitId)}`;
}
