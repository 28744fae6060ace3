import { isInHand, type Instant, type PrintJobId } from '@motcua/domain';
import type { IssuedTicket, SlipNews, UnresolvedSlip } from '../../bridge.ts';

/** As long as the page shows the number large: afterwards nobody stands there any more. */
export const UNRESOLVED_PRINT_KEPT_MS = 200_000;
/** Tickets whose paper is under way; more than one visitor cannot stand there. */
const TICKETS_KEPT = 20;

/** Remembers the number whose slip failed, for a page that comes back, until its visitor chose or has left. */
export interface UnresolvedPrint {
  readonly issued: (ticket: IssuedTicket, language: string) => void;
  readonly told: (news: SlipNews) => void;
  readonly resolved: (printJobId: PrintJobId) => void;
  /** What a page should show; null: nothing is open. */
  readonly open: () => UnresolvedSlip | null;
  /** Call it now and then: time passes without anybody doing anything. */
  readonly look: () => void;
}

export interface UnresolvedPrintOptions {
  readonly now: () => Instant;
  readonly onChange: () => void;
  /** Nobody chose: the visitor may be gone without paper and without the number. */
  readonly onLeft: (printJobId: PrintJobId) => void;
}

export function createUnresolvedPrint({
  now,
  onChange,
  onLeft,
}: UnresolvedPrintOptions): UnresolvedPrint {
  const tickets = new Map<PrintJobId, Pick<UnresolvedSlip, 'ticket' | 'language'>>();
  let latest: SlipNews | null = null;
  let open: (UnresolvedSlip & { readonly since: Instant }) | null = null;

  /** Number and news may come in either order. */
  function match(id: PrintJobId): void {
    if (open?.ticket.printJobId === id && latest?.id === id) {
      // A copy that its visitor has in hand ends it; one that failed as well says why.
      if (isInHand(latest)) close();
      else if (latest.state === 'failed') open = { ...open, fault: latest.fault ?? open.fault };
      return;
    }
    const ticket = tickets.get(id);
    if (ticket === undefined || latest?.id !== id || latest.state === 'asked') return;
    // One that the printer merely accepted may still be said not to have come out.
    if (latest.proof !== 'accepted') tickets.delete(id);
    if (latest.state !== 'failed' || latest.resolution !== null) return;
    if (open !== null) onLeft(open.ticket.printJobId);
    open = { ...ticket, fault: latest.fault ?? 'no-answer', since: now() };
    onChange();
  }

  function close(): void {
    open = null;
    onChange();
  }

  return {
    issued(ticket, language) {
      const { printJobId } = ticket;
      if (open?.ticket.printJobId === printJobId) return;
      tickets.set(printJobId, { ticket, language });
      const oldest = tickets.keys().next().value;
      if (tickets.size > TICKETS_KEPT && oldest !== undefined) tickets.delete(oldest);
      match(printJobId);
    },
    told(news) {
      latest = news;
      match(news.id);
    },
    resolved(printJobId) {
      if (open?.ticket.printJobId === printJobId) close();
    },
    open() {
      if (open === null) return null;
      const { ticket, fault, language } = open;
      return { ticket, fault, language };
    },
    look() {
      if (open === null || now() - open.since < UNRESOLVED_PRINT_KEPT_MS) return;
      onLeft(open.ticket.printJobId);
      close();
    },
  };
}
