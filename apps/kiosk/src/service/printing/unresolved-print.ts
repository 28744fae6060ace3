import { isInHand, type Instant, type PrintJobId } from '@motcua/domain';
import type { IssuedTicket, SlipNews, UnresolvedSlip } from '../../bridge.ts';

/** As long as the page shows the number large; later the visitor has left. */
export const UNRESOLVED_PRINT_KEPT_MS = 200_000;
/** Tickets whose print result is pending; more than enough for one kiosk. */
const TICKETS_KEPT = 20;

/** Keeps the number whose slip failed, for a page that reconnects, until its visitor has chosen or left. */
export interface UnresolvedPrint {
  readonly issued: (ticket: IssuedTicket, language: string) => void;
  readonly slipChanged: (news: SlipNews) => void;
  readonly resolved: (printJobId: PrintJobId) => void;
  /** What a page should show; null: nothing. */
  readonly open: () => UnresolvedSlip | null;
  /** Call it regularly, because the time limit needs no event. */
  readonly check: () => void;
}

export interface UnresolvedPrintOptions {
  readonly now: () => Instant;
  readonly onChange: () => void;
  /** No choice was made: the visitor may have left without paper and without the number. */
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
      // A printed copy ends it; a failed copy updates the fault.
      if (isInHand(latest)) close();
      else if (latest.state === 'failed') open = { ...open, fault: latest.fault ?? open.fault };
      return;
    }
    const ticket = tickets.get(id);
    if (ticket === undefined || latest?.id !== id || latest.state === 'asked') return;
    // The visitor may still say that an accepted slip was not printed.
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
    slipChanged(news) {
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
    check() {
      if (open === null || now() - open.since < UNRESOLVED_PRINT_KEPT_MS) return;
      onLeft(open.ticket.printJobId);
      close();
    },
  };
}
