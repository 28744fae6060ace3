import type { Mirror } from '@motcua/client';
import {
  isStaffed,
  type LocalText,
  type PrintJob,
  type QueueId,
  type ServiceId,
  type Settings,
  type WaitingRange,
} from '@motcua/domain';
import { toLanguage } from '@motcua/i18n';
import { estimateText, type Slip } from '@motcua/printing';
import { type Change, type ChangeOf, slipContent, type SlipContent } from '@motcua/protocol';
import type { IssuedTicket } from '../../bridge.ts';

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

/** Numbers of the counters that may call a visitor of this queue: the open ones, else all that serve it. */
export function countersOf(mirror: Mirror, queueId: QueueId): readonly number[] {
  const serving = mirror.settings.counters.filter(({ queueIds }) => queueIds.includes(queueId));
  const open = serving.filter(({ id }) => isStaffed(mirror.counters.get(id)));
  return (open.length > 0 ? open : serving).map(({ number }) => number).sort((a, b) => a - b);
}

/** `checkedIn`: it was issued for a booking. */
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

/** The content of the slip; `estimate` only where it was given to the visitor. */
export function toSlip(content: SlipContent, estimate: WaitingRange | null, mirror: Mirror): Slip {
  const { site, services } = mirror.settings;
  const { serviceIds, bookedFor, peopleAhead } = content;
  const nameOf = (serviceId: ServiceId): LocalText =>
    services.find(({ id }) => id === serviceId)?.name ?? { vi: '' };
  const language = toLanguage(content.language);
  const [serviceName = { vi: '' }, ...laterServices] = serviceIds.map(nameOf);
  return {
    language,
    authority: site.authority,
    centre: site.name,
    number: content.number,
    priority: content.priority === 'priority',
    training: content.training,
    copy: false,
    bookedFor,
    serviceName,
    laterServices,
    counters: countersOf(mirror, content.queueId),
    peopleAhead: peopleAhead ?? 'unknown',
    estimate: estimate === null ? null : estimateText(estimate, language),
    issuedAt: content.arrivedAt,
    zone: site.zone,
    papers: papersOf(serviceIds, mirror),
    length: site.longSlips === true ? 'long' : 'short',
    code: content.visitId,
    followUrl: followUrl(site, content.visitId),
  };
}

/** The slip of a newly issued ticket. */
export function slipOf(
  { visit, peopleAhead, promise, promised }: TicketIssued,
  mirror: Mirror,
): Slip {
  return toSlip(
    slipContent(visit, peopleAhead),
    promised ? (promise?.range ?? null) : null,
    mirror,
  );
}

function serviceIdsOf({ serviceId, next }: TicketIssued['visit']): readonly ServiceId[] {
  return [serviceId, ...next.map((step) => step.serviceId)];
}

/** The papers of all services, each once. */
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
