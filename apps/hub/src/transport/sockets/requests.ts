import { refuse, type Result } from '@motcua/domain';
import type { Change, ClientToHub, Role } from '@motcua/protocol';
import { parseBeat, parseCommand, parseQuestion } from '@motcua/protocol/parse';
import type { Hub } from '../../engine/hub.ts';
import { intercepted, type Interceptor } from '../../engine/interceptor.ts';
import type { Vitals } from '../../operations/vitals.ts';
import { answerTo } from '../../reads/answer-question.ts';
import { createTokenBuckets } from '../token-bucket.ts';
import { withCurrentRights } from './admission.ts';
import { isUrgent } from './answer-order.ts';
import { answerFor } from './audience.ts';
import { createDevicePace } from './device-pace.ts';
import type { Connection } from './hub-socket.ts';

export interface RequestOptions {
  readonly hub: Hub;
  /** Around every command of a socket, the outermost first. */
  readonly interceptors?: readonly Interceptor[];
  /** Commands and greetings a second that one connection, one device and one person may send in the long run. */
  readonly commandsPerSecond: number;
  /** Called with every device that reports. */
  readonly vitals?: Vitals;
  /** Whether a standby was promoted in place of this hub. */
  readonly isSuperseded?: () => boolean;
}

/** The requests of an admitted client. */
export interface Requests {
  readonly command: (
    connection: Connection,
    message: unknown,
    reply: (result: Result<readonly Change[]>) => void,
  ) => void;
  readonly ask: (
    connection: Connection,
    message: unknown,
    reply: Parameters<ClientToHub['ask']>[1],
  ) => void;
  readonly beat: (connection: Connection, message: unknown) => void;
}

/** Roles that may ask about a slip. */
const MAY_ASK: ReadonlySet<Role> = new Set<Role>(['kiosk', 'counter', 'admin']);

export function createRequests({
  hub,
  interceptors = [],
  commandsPerSecond,
  vitals,
  isSuperseded = () => false,
}: RequestOptions): Requests {
  const submit = intercepted(hub.submit, interceptors);
  const mayAskAsOne = createTokenBuckets(commandsPerSecond, () => performance.now());
  const mayGoOn = createDevicePace(commandsPerSecond, () => performance.now());

  return {
    command({ socket, mayAsk }, message, reply) {
      if (isSuperseded()) return reply(refuse('hub-unavailable'));
      const { identity, role } = socket.data;
      if (!mayAsk()) return reply(refuse('too-many-requests'));
      if (identity === undefined || role === undefined) return reply(refuse('sign-in-first'));
      const { deviceId, personId } = identity;
      // However many connections they open, one device and one person are one.
      if (!mayAskAsOne(deviceId ?? personId ?? '')) return reply(refuse('too-many-requests'));
      const parsed = parseCommand(message);
      if (!parsed.ok) return reply(parsed);
      const command = parsed.value;
      if (deviceId !== null && personId === null && !mayGoOn(deviceId, command.type))
        return reply(refuse('too-many-requests'));
      socket.data.isUsed = true;
      const now = withCurrentRights(hub, identity);
      submit(
        command,
        now,
        null,
        (result) => reply(answerFor(role, result)),
        (written) => isUrgent(command, now, written),
      );
    },

    ask({ socket, mayAsk }, message, reply) {
      if (!mayAsk()) return reply(refuse('too-many-requests'));
      const { role, identity } = socket.data;
      if (role === undefined || identity === undefined) return reply(refuse('sign-in-first'));
      if (!MAY_ASK.has(role)) return reply(refuse('role-not-allowed'));
      const question = parseQuestion(message);
      if (!question.ok) return reply(question);
      const { state } = hub;
      const asking = { state, at: hub.now(), today: state.today };
      reply(answerTo({ ...asking, identity: withCurrentRights(hub, identity) }, question.value));
    },

    beat({ socket, mayAsk }, message) {
      const { deviceId } = socket.data.identity ?? {};
      const beat = mayAsk() ? parseBeat(message) : null;
      if (deviceId === undefined || deviceId === null || beat?.ok !== true) return;
      vitals?.reported(deviceId, socket.handshake.address, beat.value);
    },
  };
}
