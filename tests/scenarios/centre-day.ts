import { expect } from 'vitest';
import { connectToHub, type HubConnection, type CommandInput } from '@motcua/client';
import {
  type CounterId,
  createZoneClock,
  type LocalDate,
  minutesOf,
  type PrintJob,
  type PrintJobId,
  type RefusalCode,
  type Result,
  type ServiceId,
  type Settings,
  type Visit,
} from '@motcua/domain';
import { runScheduledCommands, verifyDatabase } from '@motcua/hub';
import type { Change, RequestedAction, RequestedActionType, Role } from '@motcua/protocol';
import {
  createFakeClock,
  type KioskPage,
  kimBoi,
  startTestSite,
  type TestSite,
  until,
} from '@motcua/testing';
import { forRole } from '../../apps/hub/src/transport/sockets/audience.ts';

/** The services used in the scenarios; H, H, S and L are the letters of their numbers. */
export const SERVICES = {
  'birth': '1.001193',
  'marriage': '1.000894',
  'true copy': '2.000815',
  'residence': '1.004222',
} as const satisfies Record<string, string>;
export type ServiceName = keyof typeof SERVICES;

export const MONDAY = '2026-11-23' as LocalDate;
export const TUESDAY = '2026-11-24' as LocalDate;

export interface Taken {
  readonly number: string;
  readonly peopleAhead: number | null;
  /** The slip's result: `printed`, or the printer's fault. */
  readonly slip: string;
  readonly printJobId: PrintJobId;
}

/** A clerk at a counter. Methods return a number, or the code of the refusal. */
export interface Clerk {
  readonly link: HubConnection;
  readonly callNext: (finishCurrent?: boolean) => Promise<string>;
  /** On the visit at the counter, or the given one. */
  readonly act: (action: SimpleAction | RequestedAction, on?: OnVisit) => Promise<string>;
  /** Any other command; returns the same as `act`. */
  readonly give: (wish: CommandInput) => Promise<string>;
  readonly undo: () => Promise<string>;
  readonly leave: () => Promise<string>;
}
/** Actions without further data. */
type SimpleAction = Extract<
  RequestedActionType,
  | 'call'
  | 'recall'
  | 'start-service'
  | 'send-back'
  | 'mark-no-show'
  | 'finish'
  | 'go-on'
  | 'reinstate'
  | 'return'
>;

interface OnVisit {
  readonly number?: string;
  readonly reason?: string;
  readonly note?: string;
}

/** A whole centre for one test, on a clock that only the test moves. */
export interface CentreDay {
  readonly site: TestSite;
  readonly kiosk: KioskPage;
  /** Sets the clock to a local time, today or on another day. */
  readonly goTo: (time: string, date?: LocalDate) => void;
  readonly wait: (seconds: number) => void;
  /** Runs the scheduled commands, as the hub does every two seconds. */
  readonly runScheduledCommands: () => Promise<void>;
  /** A kiosk without paper, to give commands as a visitor's touch would. */
  readonly asKiosk: () => Promise<HubConnection>;
  readonly takeNumber: (service: ServiceName, language?: string) => Promise<Taken>;
  readonly askInVain: (service: ServiceName) => Promise<RefusalCode>;
  /** Signs in and opens the counter of that number. */
  readonly sit: (person: string, counter: number) => Promise<Clerk>;
  readonly visit: (number: string) => Visit;
  readonly jobOf: (id: PrintJobId) => PrintJob;
  /** `H001 waiting`, in the order of the tickets. */
  readonly states: () => readonly string[];
  readonly changesOf: (date: LocalDate) => readonly Change[];
  /** Stops the hub, and waits until the kiosk has noticed. */
  readonly stopHub: () => Promise<void>;
  /** The number of slips printed completely. */
  readonly slips: () => number;
  /** Also checks that the journal and the tables agree. */
  readonly close: () => Promise<void>;
}

/** Opens Kim Bôi on Monday at `time`; the complete log is written into `logFile`, if given. */
export async function openCentre(
  time: string,
  settings: Settings = kimBoi,
  logFile?: string,
): Promise<CentreDay> {
  const zone = createZoneClock(settings.site.zone);
  let today = MONDAY;
  const instantAt = (local: string) => zone.instantAt(today, minutesOf(local) ?? Number.NaN);
  const clock = createFakeClock(instantAt(time));
  const site = await startTestSite({
    now: clock.now,
    settings,
    ...(logFile === undefined ? {} : { logFile }),
  });
  const kiosk = await site.touchKiosk();
  await kiosk.live();
  const kiosks: HubConnection[] = [];
  const state = () => site.started.hub.state;
  const ask = (service: ServiceName, language = 'vi') =>
    kiosk.issue(SERVICES[service] as ServiceId, language);

  const visit = (number: string): Visit => {
    const found = [...state().visits.values()].find(({ ticket }) => ticket.number === number);
    if (found === undefined) throw new Error(`No visit has ${number} today`);
    return found;
  };

  return {
    site,
    kiosk,
    goTo(local, date = today) {
      today = date;
      clock.set(instantAt(local));
    },
    wait: (seconds) => clock.advance(seconds * 1_000),
    runScheduledCommands: () => runScheduledCommands(site.started.hub),
    async asKiosk() {
      const deviceToken = await site.tokenFor('kiosk', 'Máy lấy số 2');
      const link = connectToHub({ url: site.hubUrl, role: 'kiosk', deviceToken, now: clock.now });
      await until(link, () => link.getState().connection === 'live');
      kiosks.push(link);
      return link;
    },
    async takeNumber(service, language) {
      const issued = await ask(service, language);
      if (!issued.ok) throw new Error(`No number: ${issued.refusal.code}`);
      const { number, peopleAhead, printJobId } = issued.value;
      const slip = await settled(site, printJobId);
      return { number, peopleAhead, printJobId, slip: slip.fault ?? slip.state };
    },
    async askInVain(service) {
      const issued = await ask(service);
      if (issued.ok) throw new Error(`${issued.value.number} was given`);
      return issued.refusal.code;
    },
    sit: (person, number) => sit(site, visit, person, number),
    visit,
    jobOf(id) {
      const job = state().printJobs.get(id);
      if (job === undefined) throw new Error('There is no such slip');
      return job;
    },
    states: () => [...state().visits.values()].map((each) => `${each.ticket.number} ${each.state}`),
    changesOf: (date) => site.started.hub.store.journal.ofDay(date),
    async stopHub() {
      await site.stopHub();
      await kiosk.shows(({ connection }) => connection !== 'live');
    },
    slips: () => site.printer.slips().filter(({ cut }) => cut).length,
    async close() {
      kiosk.close();
      for (const link of kiosks) link.close();
      const { differences } = verifyDatabase(site.started.hub.store.db);
      await site.close();
      expect(differences).toEqual([]);
    },
  };
}

/** Signs in and opens the counter of that number. */
async function sit(
  site: TestSite,
  visit: CentreDay['visit'],
  person: string,
  number: number,
): Promise<Clerk> {
  const counterId = `counter-${number}` as CounterId;
  const link = await site.asPerson(person);
  const opened = await link.execute({ type: 'open-counter', counterId, training: false });
  if (!opened.ok) throw new Error(`Counter ${number}: ${opened.refusal.code}`);
  const standing = () => {
    const here = site.started.hub.state.at(counterId).find((each) => each.state !== 'parked');
    if (here === undefined) throw new Error(`No visitor stands at counter ${number}`);
    return here;
  };
  return {
    link,
    callNext: async (finishCurrent = false) =>
      numberIn(await link.execute({ type: 'call-next', counterId, finishCurrent })),
    async act(action, { number: named, reason, note } = {}) {
      const { id } = named === undefined ? standing() : visit(named);
      return numberIn(
        await link.execute({
          type: 'act-on-visit',
          visitId: id,
          counterId,
          action: typeof action === 'string' ? { type: action } : action,
          note: note ?? null,
          reason: reason ?? null,
        }),
      );
    },
    give: async (wish) => numberIn(await link.execute(wish)),
    undo: async () => numberIn(await link.execute({ type: 'undo', counterId })),
    leave: async () => numberIn(await link.execute({ type: 'close-counter', counterId })),
  };
}

/** The slip once it came out, or did not. */
async function settled(site: TestSite, id: PrintJobId): Promise<PrintJob> {
  // Of the present hub: a slip printed offline is reported to the next one.
  const look = () => site.started.hub.state.printJobs.get(id);
  await expect
    .poll(() => look()?.state ?? 'asked', { interval: 5, timeout: 20_000 })
    .not.toBe('asked');
  const job = look();
  if (job === undefined) throw new Error('The slip is gone');
  return job;
}

/** The number of the last visit that was issued or changed, or the code of the refusal. */
export function numberIn(answer: Result<readonly Change[]>): string {
  if (!answer.ok) return answer.refusal.code;
  const changed = answer.value.findLast(
    (change) => change.type === 'visit-changed' || change.type === 'ticket-issued',
  );
  return changed?.visit.ticket.number ?? '';
}

/** Resolves when the link has received everything meant for its role. */
export function receivedAll(
  link: HubConnection,
  { site }: Pick<CentreDay, 'site'>,
  role: Role = 'counter',
): Promise<void> {
  return until(link, () => {
    const { mirror, connection } = link.getState();
    const { state, store } = site.started.hub;
    if (mirror === null || connection !== 'live') return false;
    return forRole(role, store.journal.between(mirror.seq, state.seq)).length === 0;
  });
}
