import type { HubLink, CommandInput } from '@motcua/client';
import {
  ok,
  refuse,
  type CommandId,
  type Instant,
  type Refusal,
  type Result,
} from '@motcua/domain';
import { ticketIssuedIn, type TicketIssued } from './issued-ticket.ts';

export type IssueInput = Extract<CommandInput, { type: 'issue-ticket' }>;
export type CheckInInput = Extract<CommandInput, { type: 'check-in' }>;
export interface UnansweredRequest {
  readonly requestId: string;
  /** Hub's clock. */
  readonly askedAt: Instant;
  readonly givenUpAt: Instant;
}

/** Asks the hub for tickets, and remembers which requests got no answer. */
export interface HubRequests {
  readonly ask: (
    requestId: string,
    input: IssueInput | CheckInInput,
  ) => Promise<Result<TicketIssued>>;
  readonly commandIdOf: (requestId: string) => CommandId;
  readonly isAsking: () => boolean;
  readonly noAnswer: (requestId: string, askedAt: Instant, refusal: Refusal) => void;
  /** Requests that were answered "no" because the hub did not answer in time. */
  readonly unanswered: () => readonly UnansweredRequest[];
  /** Its ticket was given back, or never was: the request starts anew when it comes again. */
  readonly forget: (requestId: string) => void;
}

export function createHubRequests(hub: HubLink, hubNow: () => Instant): HubRequests {
  const attempts = new Map<string, number>();
  const unanswered = new Map<string, UnansweredRequest>();
  let asking = 0;

  const commandIdOf = (requestId: string): CommandId => {
    const attempt = attempts.get(requestId);
    return (attempt === undefined ? requestId : `${requestId}.${attempt}`) as CommandId;
  };

  return {
    async ask(requestId: string, input: IssueInput | CheckInInput): Promise<Result<TicketIssued>> {
      asking += 1;
      try {
        const result = await hub.execute(input, commandIdOf(requestId));
        if (!result.ok) return result;
        unanswered.delete(requestId);
        const ticket = ticketIssuedIn(result.value);
        return ticket === null ? refuse('print-job-not-found') : ok(ticket);
      } finally {
        asking -= 1;
      }
    },
    commandIdOf,
    isAsking: () => asking > 0,
    /** The hub may have given a number all the same, which no visitor has then. */
    noAnswer(requestId: string, askedAt: Instant, { code }: Refusal): void {
      if (code !== 'hub-unavailable') return;
      unanswered.set(requestId, { requestId, askedAt, givenUpAt: hubNow() });
    },
    unanswered: () => Array.from(unanswered.values()),
    forget(requestId) {
      unanswered.delete(requestId);
      attempts.set(requestId, (attempts.get(requestId) ?? 1) + 1);
    },
  };
}
