import {
  emptyMirror,
  type HubConnection,
  type HubState,
  type Mirror,
  type CommandInput,
} from '@motcua/client';
import {
  ok,
  refuse,
  UNKNOWN_CONDITION,
  type CommandId,
  type Device,
  type DeviceId,
  type PrintJob,
  type QueueId,
  type Result,
  type VisitId,
  USUAL_BACKUP_SETTINGS,
} from '@motcua/domain';
import {
  aCounter,
  aPrintJob,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  aWaitingVisit,
  CIVIL,
  KIOSK_1,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import type { Answers, AnswerTo, Change, ChangeOf, Question } from '@motcua/protocol';

/** A plain object in place of the hub, for tests: records commands and answers as configured. */
export interface FakeHub extends HubConnection {
  readonly sent: readonly {
    readonly input: CommandInput;
    readonly commandId: CommandId | undefined;
  }[];
  readonly set: (part: Partial<HubState>) => void;
  /** Answers the next commands instead. */
  answerWith: ((input: CommandInput) => Promise<Result<readonly Change[]>>) | null;
  readonly retries: () => number;
  /** The questions asked, and the answer to the next one. */
  readonly asked: readonly Question[];
  view: Result<Answers[keyof Answers]>;
}

const OWN: Device = {
  id: KIOSK_1,
  name: 'Kiosk 1',
  role: 'kiosk',
  pairedAt: T0,
  revoked: false,
  condition: UNKNOWN_CONDITION,
  locked: false,
  training: false,
};

/** The mirror of a kiosk that may issue numbers offline. */
export const withLetter = (mirror: Mirror = aMirror()): Mirror => ({
  ...mirror,
  devices: new Map([[KIOSK_1, { ...OWN, offlineLetter: 'A' }]]),
});

export const aMirror = (overrides: Partial<Mirror> = {}): Mirror => ({
  ...emptyMirror(
    {
      site: aSite({
        hours: {
          week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]) as never,
          closedDays: [],
        },
      }),
      serviceGroups: [aServiceGroup()],
      services: [aService()],
      queues: [aQueue()],
      counters: [aCounter()],
      priorityGroups: [],
      safekeeping: USUAL_BACKUP_SETTINGS,
    },
    TODAY,
  ),
  seq: 7,
  deviceId: KIOSK_1,
  loads: { [CIVIL]: { waiting: 3, priority: 0, estimate: null, left: null, given: 5 } },
  devices: new Map([[KIOSK_1, OWN]]),
  ...overrides,
});

export function createFakeHub(mirror: Mirror | null = aMirror()): FakeHub {
  const listeners = new Set<() => void>();
  const sent: { input: CommandInput; commandId: CommandId | undefined }[] = [];
  const answered = new Map<string, Result<readonly Change[]>>();
  const asked: Question[] = [];
  let retries = 0;
  let state: HubState = {
    connection: mirror === null ? 'connecting' : 'live',
    turnedAway: null,
    mirror,
    clockOffsetMs: 0,
    history: { database: 'kim-boi', epoch: 1, life: '' },
    lastMessageAt: T0,
  };
  const hub: FakeHub = {
    sent,
    answerWith: null,
    asked,
    view: refuse('ticket-not-found'),
    retries: () => retries,
    set(part) {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async execute(input, commandId) {
      sent.push({ input, commandId });
      if (hub.answerWith !== null) return hub.answerWith(input);
      const before = commandId === undefined ? undefined : answered.get(commandId);
      const answer = before ?? ok(changesOf(input, answered.size + 1));
      if (commandId !== undefined) answered.set(commandId, answer);
      return answer;
    },
    async ask<Q extends Question>(question: Q) {
      asked.push(question);
      // Sound as long as the test sets the view that belongs to its question.
      return hub.view as Result<AnswerTo<Q>>;
    },
    retry: () => {
      retries += 1;
    },
    close: () => undefined,
  };
  return hub;
}

function changesOf(input: CommandInput, seq: number): readonly Change[] {
  if (input.type === 'settle-ticket') return [takenIn(input)];
  return input.type === 'issue-ticket' || input.type === 'check-in' ? [aTicketIssued(seq)] : [];
}

/** The answer of a hub that accepts the ticket reported to it. */
export function takenIn({
  ticket: { visitId, printJobId },
  print,
  resolution,
}: Extract<CommandInput, { type: 'settle-ticket' }>): Change {
  const issued = aTicketIssued(1, { id: printJobId, state: print?.state ?? 'asked', resolution });
  return { ...issued, visit: { ...issued.visit, id: visitId } };
}

/** The fact that the visit `H0nn` was issued, with its slip `print-n` assigned to this kiosk. */
export function aTicketIssued(
  seq: number,
  job: Partial<PrintJob> = {},
  issued: Partial<ChangeOf<'ticket-issued'>> = {},
): ChangeOf<'ticket-issued'> {
  const number = `H${String(seq).padStart(3, '0')}`;
  const visitId = `visit-${seq}` as VisitId;
  const id = `print-${seq}` as PrintJob['id'];
  return {
    type: 'ticket-issued',
    seq,
    at: T0,
    by: { deviceId: KIOSK_1 satisfies DeviceId, personId: null, reason: null },
    visit: aWaitingVisit({
      id: visitId,
      ticket: { number, seq, language: 'vi' },
      queueId: CIVIL satisfies QueueId,
    }),
    printJob: aPrintJob({ id, visitId, number, ...job }),
    peopleAhead: 4,
    promise: null,
    promised: false,
    ...issued,
  };
}
