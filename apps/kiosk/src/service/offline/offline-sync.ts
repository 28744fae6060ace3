import type { HubLink } from '@motcua/client';
import {
  addDays,
  type CommandId,
  type LocalDate,
  type RefusalCode,
  type VisitId,
} from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { KioskLog } from '../kiosk-log.ts';
import type { KeptTicket, KioskStore } from './kiosk-store.ts';
import type { PrintReports } from '../printing/print-reports.ts';

/** Reports tickets issued offline to the hub; all tickets again if the hub has lost part of its history. */
export interface OfflineSync {
  /** Call it after every message of the hub, and every few seconds. */
  readonly check: () => void;
  /** Whether a ticket is still to be reported. */
  readonly isReporting: () => boolean;
  /** Resolves when nothing is pending. */
  readonly idle: () => Promise<void>;
  readonly close: () => void;
}

export interface OfflineSyncOptions {
  readonly hub: HubLink;
  readonly store: KioskStore;
  readonly reports: Pick<PrintReports, 'report' | 'resolve'>;
  readonly newId: () => string;
  readonly log: KioskLog;
}

export function createOfflineSync(options: OfflineSyncOptions): OfflineSync {
  const { hub, store, reports, log } = options;
  let reporting: Promise<void> | null = null;
  let closed = false;
  /** Another run was requested while one was in progress. */
  let missed = false;
  /** The day in which old tickets were last deleted. */
  let tidied: LocalDate | null = null;

  const isLive = () => !closed && hub.getState().connection === 'live';

  function check(): void {
    missed = reporting !== null;
    if (!isLive() || reporting !== null) return;
    reportAllAnew();
    tidy();
    if (store.unsettled().length === 0) return;
    reporting = settleAll()
      .catch((cause: unknown) => log.error({ err: cause }, 'reporting to the hub failed'))
      .finally(() => {
        reporting = null;
        if (missed) check();
      });
  }

  /** A hub with another history may also have lost what it issued itself. */
  function reportAllAnew(): void {
    const { history } = hub.getState();
    if (history === null) return;
    const current = `${history.database} ${history.epoch} ${history.life}`;
    if (store.recall(REPORTED_HISTORY_KEY) === current) return;
    log.info(history, 'every ticket is reported again: the hub has another history');
    store.unsettleAll();
    store.remember(REPORTED_HISTORY_KEY, current);
  }

  function tidy(): void {
    const { mirror } = hub.getState();
    if (mirror === null || mirror.today === tidied) return;
    store.forgetBefore(addDays(mirror.today, -1), mirror.today);
    tidied = mirror.today;
  }

  async function settleAll(): Promise<void> {
    for (let next = store.unsettled()[0]; next !== undefined; next = store.unsettled()[0])
      if (!(await settle(next.requestId))) return;
  }

  /** False when the hub does not accept tickets now. */
  async function settle(requestId: string): Promise<boolean> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const kept = closed ? null : store.ofRequest(requestId);
      if (kept === null || !isLive()) return false;
      const { ticket, print, resolution, instead, commandId } = kept;
      const result = await hub.execute(
        { type: 'settle-ticket', ticket, print, resolution, instead },
        commandId,
      );
      if (closed) return false;
      if (result.ok) {
        const no = result.value.find((change) => change.type === 'ticket-refused');
        if (no !== undefined) return dropped(kept, no.code);
        const other = otherVisit(result.value, kept);
        if (other === null) return settled(kept, result.value);
        // The hub had issued a number whose answer was lost; the printed one counts, and the other is withdrawn.
        log.info({ number: ticket.number }, 'a number whose answer was lost is withdrawn');
        again(requestId, { instead: other });
      } else if (result.refusal.code === 'role-not-allowed') {
        // The command was sent under the device id that this kiosk had before it was paired again.
        again(requestId, {});
      } else {
        if (isPassing(result.refusal.code)) return false;
        return dropped(kept, result.refusal.code);
      }
    }
    return false;
  }

  /** A permanent refusal: the staff see its number in the hub, and nothing more can be done here. */
  function dropped(reported: KeptTicket, code: RefusalCode): true {
    log.error({ number: reported.ticket.number, code }, 'the hub refuses a ticket');
    store.put({ ...(store.ofRequest(reported.requestId) ?? reported), settled: true });
    return true;
  }

  function again(requestId: string, change: Partial<KeptTicket>): void {
    const kept = store.ofRequest(requestId);
    if (kept !== null) store.put({ ...kept, ...change, commandId: options.newId() as CommandId });
  }

  /**
   * A print result that the hub's answer does not show is reported separately: the hub may have accepted the ticket in
   * an earlier report, whose answer was lost, before the slip was printed. Reporting it twice changes nothing.
   */
  function settled(reported: KeptTicket, answer: readonly Change[]): true {
    const kept = store.ofRequest(reported.requestId) ?? reported;
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
    check,
    isReporting: () => reporting !== null || store.unsettled().length > 0,
    async idle() {
      while (reporting !== null) await reporting;
    },
    close() {
      closed = true;
    },
  };
}

/** The key under which the kiosk stores to which of the hub's histories it has reported its tickets. */
const REPORTED_HISTORY_KEY = 'told-history';
/** A ticket is renumbered at most once, and a kiosk is rarely paired again. */
const MAX_ATTEMPTS = 4;

function otherVisit(changes: readonly Change[], { ticket }: KeptTicket): VisitId | null {
  for (const change of changes)
    if (change.type === 'ticket-issued' && change.visit.id !== ticket.visitId)
      return change.visit.id;
  return null;
}

function isPassing(code: RefusalCode): boolean {
  return code === 'hub-unavailable' || code === 'too-many-requests' || code === 'sign-in-first';
}
