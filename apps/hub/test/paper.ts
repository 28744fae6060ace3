import { ONE_PERSON, type VisitId } from '@motcua/domain';
import { minutesAfterT0, TODAY } from '@motcua/domain/builders';
import type { CommandOf, PaperTicket } from '@motcua/protocol';

/** A kiosk's report of a ticket that it gave ten minutes after T0, printed. */
export const settle = (
  ticket: Partial<PaperTicket>,
  more: Partial<CommandOf<'settle-ticket'>> = {},
) => ({
  type: 'settle-ticket' as const,
  ticket: {
    visitId: `paper-${ticket.number ?? 'HA01'}` as VisitId,
    printJobId: `slip-${ticket.number ?? 'HA01'}` as never,
    number: 'HA01',
    day: TODAY,
    arrivedAt: minutesAfterT0(10),
    serviceIds: ['marriage' as never],
    language: 'en',
    priorityGroupId: null,
    needs: [],
    party: ONE_PERSON,
    bookedFor: null,
    ...ticket,
  },
  print: { state: 'printed', proof: 'proved' } as const,
  resolution: null,
  instead: null,
  ...more,
});
