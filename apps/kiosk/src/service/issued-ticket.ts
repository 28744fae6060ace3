import type { Mirror } from '@motcua/client';
import {
  isStaffed,
  type LocalText,
  type PrintJob,
  type QueueId,
  type ServiceId,
  type Settings,
} from '@motcua/domain';
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
  const open = serving.filter(({ id }) => isStaffed(mirror.counters.get(id)));
  return (open.length > 0 ? open : serving).map(({ number }) => number).sort((a, b) => a - b);
}

/** `checkedIn`: it was given for a booking. */
export function toIssuedTicket(
  { visit, printJob, peopleAhead, promise, promised }: TicketIssued,
  mirror: Mirror,
  checkedIn: boolean,
  slipWithinMs: number,
): IssuedTicket {
  const booking = visit.bookedFor === null ? 'late' : 'in-time';
  return {
    printJobId: printJob.id,
    number: visit.ticket.number,
    serviceIds: serviceIdsOf(visit),
    priority: visit.priority === 'priority',
    training: visit.training,
    booking: checkedIn ? booking : null,
    bookedFor: visit.bookedFor,
    peopleAhead,
    estimate: promised ? (promise?.range ?? null) : null,
    counters: countersOf(mirror, visit.queueId),
    arrivedAt: visit.arrivedAt,
    slipWithinMs,
  };
}

export function toSlip(
  {
    visit,
    peopleAhead,
    promise,
    promised,
  }: Pick<TicketIssued, 'visit' | 'peopleAhead' | 'promise' | 'promised'>,
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
    copy: false,
    bookedFor: visit.bookedFor,
    serviceName: nameOf(visit.serviceId),
    laterServices: visit.next.map(({ serviceId }) => nameOf(serviceId)),
    counters: countersOf(mirror, visit.queueId),
    peopleAhead: peopleAhead ?? 'unknown',
    estimate: promised && promise !== null ? estimateText(promise.range, language) : null,
    issuedAt: visit.arrivedAt,
    zone: site.zone,
    papers: papersOf(serviceIdsOf(visit), mirror),
    length: site.longSlips === true ? 'long' : 'short',
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
  if (followAddress === null) return null;
  // In its ASCII form, also where the address itself has other letters.
  return new URL(`${followAddress.replace(/\/+$/, '')}/${encodeURIComponent(visitId)}`).href;
}
