import type { ServiceId } from '@motcua/domain';
import { DEFAULT_LAYOUT, layoutSlip, type Slip } from '@motcua/printing';
import { measureText, rasteriseSlip } from '@motcua/printing/rasterise';
import type { ChangeOf } from '@motcua/protocol';
import type { TestSite } from '@motcua/testing';
import { expect } from 'vitest';

/** The expected content of a ticket's slip, with nothing about the person. */
export function slipOf(
  { started: { hub } }: TestSite,
  issued: ChangeOf<'ticket-issued'> | undefined,
  part: Partial<Slip> = {},
): Slip {
  if (issued === undefined) throw new Error('No ticket was issued');
  const { visit, peopleAhead } = issued;
  const { site, services, counters } = hub.state.settings.all();
  const of = (serviceId: ServiceId) => {
    const service = services.find(({ id }) => id === serviceId);
    if (service === undefined) throw new Error(`No service ${serviceId}`);
    return service;
  };
  const later = visit.next.map(({ serviceId }) => of(serviceId));
  return {
    language: 'vi',
    authority: site.authority,
    centre: site.name,
    number: visit.ticket.number,
    priority: visit.priority === 'priority',
    training: visit.training,
    copy: false,
    bookedFor: null,
    length: 'short',
    serviceName: of(visit.serviceId).name,
    laterServices: later.map(({ name }) => name),
    counters: counters
      .filter(({ queueIds }) => queueIds.includes(visit.queueId))
      .map((counter) => counter.number),
    peopleAhead,
    estimate: null,
    issuedAt: visit.arrivedAt,
    zone: site.zone,
    papers: [of(visit.serviceId), ...later].flatMap(({ papers }) => papers),
    code: visit.id,
    followUrl: null,
    ...part,
  };
}

/** Dot by dot, so that there is nothing more and nothing less on it. */
export function expectOnPaper({ printer }: TestSite, slip: Slip): void {
  const paper = { widthDots: 576, marginDots: 16, dpi: 203 };
  const { bits } = rasteriseSlip(layoutSlip(slip, DEFAULT_LAYOUT, paper, measureText));
  const printed = printer.slips().at(-1)?.bits;
  expect(printed).toBeDefined();
  expect(Buffer.compare(printed?.subarray(0, bits.length) ?? Buffer.alloc(0), bits)).toBe(0);
}
