import type { HubLink } from '@motcua/client';
import { addDays, type CommandId, type RefusalCode, type VisitId } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { KioskLog } from './kiosk-log.ts';
import type { KeptTicket, KioskStore } from './kiosk-store.ts';
import type { KnownCentre } from './known-centre.ts';
import type { OwnNumbers } from './own-numbers.ts';
import type { PrintReports } from './print-reports.ts';

/** Tells the hub which tickets the kiosk gave without it, and keeps the kiosk in numbers of its own. */
export interface HubTeller {
  /** Call it when the hub was heard, and every few seconds. */
  readonly look: () => void;
  /** A number of the kiosk's own was given. */
  readonly given: () => void;
  /** Whether a ticket is still to be told. */
  readonly isTelling: () => boolean;
  /** Settles when nothing is under way. */
  readonly idle: () => Promise<void>;
  readonly close: () => void;
}

export interface HubTellerOptions {
  readonly hub: HubLink;
  readonly centre: KnownCentre;
  readonly store: KioskStore;
  readonly numbers: OwnNumbers;
  readonly reports: Pick<PrintReports, 'report' | 'resolve'>;
  readonly newId: () => string;
  readonly log: KioskLog;
}

export function createHubTeller(options: HubTellerOptions): HubTeller {
  const { hub, centre, store, numbers, reports, log } = options;
  let telling: Promise<void> | null = null;
  let closed = false;
  /** There was a reason to look while something was being told. */
  let missed = false;
  let wasLive = false;
  let connections = 0;
  let given = 0;
  /** For what the numbers were last got; anything else is a reason to ask again. */
  let gotFor: readonly unknown[] = [];
  /** Tickets that this hub will not take, for a reason that does not pass by itself. */
  const refused = new Set<string>();

  const isLive = () => !closed && hub.getState().connection === 'live';

  const untold = () => store.unsettled().filter(({ requestId }) => !refused.has(requestId));

  /** Numbers are asked for after each connection, each midnight, each setting and each number that was given. */
  function reasons(): readonly unknown[] {
    const { mirror } = hub.getState();
    const { site, queues } = mirror?.settings ?? {};
    return [connections, given, mirror?.today, site, queues];
  }

  function look(): void {
    const live = isLive();
    if (live && !wasLive) {
      connections += 1;
      refused.clear();
    }
    wasLive = live;
    missed = telling !== null;
    if (!live || telling !== null) return;
    const wanted = reasons();
    if (wanted.every((each, n) => each === gotFor[n]) && untold().length === 0) return;
    telling = tell(wanted)
      .catch((cause: unknown) => log.error({ err: cause }, 'telling the hub failed'))
      .finally(() => {
        telling = null;
        if (missed) look();
      });
  }

  async function tell(wanted: readonly unknown[]): Promise<void> {
    if (!(await settleAll())) return;
    let code = await askForNumbers(false);
    if (code === 'numbers-in-doubt') {
      log.warn({}, 'the hub was restored: it is told every ticket again');
      store.unsettleAll();
      if (!(await settleAll())) return;
      code = await askForNumbers(true);
    }
    if (code !== null && isPassing(code)) return;
    if (code !== null) log.error({ code }, 'the hub gives no numbers to keep');
    gotFor = wanted;
  }

  /** Why not; null: the numbers are here. */
  async function askForNumbers(toldAll: boolean): Promise<RefusalCode | null> {
    const { mirror } = hub.getState();
    const last = centre.lastNumbers();
    if (mirror === null || !isLive()) return 'hub-unavailable';
    const result = await hub.execute({
      type: 'reserve-numbers',
      holds: numbers.holds(),
      day: last.day ?? mirror.today,
      lastNumbers: last.numbers,
      toldAll,
    });
    if (closed) return 'hub-unavailable';
    if (!result.ok) return result.refusal.code;
    for (const change of result.value)
      if (change.type === 'numbers-reserved') store.putBlocks(change.day, change.blocks);
    store.forgetBefore(addDays(mirror.today, -1), mirror.today);
    return null;
  }

  /** False when the hub did not take them all now. */
  async function settleAll(): Promise<boolean> {
    for (let next = untold()[0]; next !== undefined; next = untold()[0])
      if (!(await settle(next.requestId))) return false;
    return !closed;
  }

  async function settle(requestId: string): Promise<boolean> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const kept = closed ? null : store.ofRequest(requestId);
      if (kept === null || !isLive()) return false;
      const { ticket, print, resolution, instead, commandId } = kept;
      const result = await hub.execute(
        { type: 'settle-ticket', ticket, print, resolution, instead },
        commandId,
      );
      if (closed) return false;
      if (result.ok) {
        const other = otherVisit(result.value, kept);
        if (other === null) return settled(kept, result.value);
        // The hub had given a number unheard; what is on paper counts, and the other one is withdrawn.
        log.info({ number: ticket.number }, 'a number that nobody heard of is withdrawn');
        again(requestId, { instead: other });
      } else if (result.refusal.code === 'role-not-allowed') {
        // The command was given under the name this kiosk had before it was paired anew.
        again(requestId, {});
      } else {
        if (isPassing(result.refusal.code)) return false;
        log.error({ number: ticket.number, refusal: result.refusal }, 'the hub refuses a ticket');
        refused.add(requestId);
        return true;
      }
    }
    return false;
  }

  function again(requestId: string, change: Partial<KeptTicket>): void {
    const kept = store.ofRequest(requestId);
    if (kept !== null) store.put({ ...kept, ...change, commandId: options.newId() as CommandId });
  }

  /**
   * What the hub's answer does not show of the slip is reported like any other: it may have taken the ticket at an
   * earlier telling, whose answer got lost, before the slip was printed. Reported twice, it changes nothing.
   */
  function settled(told: KeptTicket, answer: readonly Change[]): true {
    const kept = store.ofRequest(told.requestId) ?? told;
    store.put({ ...kept, settled: true });
    const { printJobId } = kept.ticket;
    const known = answer.find((change) => change.type === 'ticket-issued')?.printJob;
    if (kept.print !== null && (known?.state ?? 'asked') === 'asked')
      reports.report(printJobId, kept.print);
    if (kept.resolution !== null && (known?.resolution ?? null) === null)
      reports.resolve(printJobId, kept.resolution);
    return true;
  }

  return {
    look,
    given() {
      given += 1;
      look();
    },
    isTelling: () => telling !== null || untold().length > 0,
    async idle() {
      while (telling !== null) await telling;
    },
    close() {
      closed = true;
    },
  };
}

/** A ticket is answered with another one at most once, and paired anew hardly more often. */
const MOST_ATTEMPTS = 4;

function otherVisit(changes: readonly Change[], { ticket }: KeptTicket): VisitId | null {
  for (const change of changes)
    if (change.type === 'ticket-issued' && change.visit.id !== ticket.visitId)
      return change.visit.id;
  return null;
}

function isPassing(code: RefusalCode): boolean {
  return (
    code === 'hub-unavailable' ||
    code === 'too-many-requests' ||
    code === 'sign-in-first' ||
    code === 'numbers-in-doubt'
  );
}
