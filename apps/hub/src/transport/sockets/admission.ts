import type { Socket as NetSocket } from 'node:net';
import type { DeviceId, PersonId } from '@motcua/domain';
import type { Change, TurnedAway, Welcome } from '@motcua/protocol';
import { parseHello } from '@motcua/protocol/parse';
import type { Hub } from '../../engine/hub.ts';
import type { Identity } from '../../engine/hub-command.ts';
import { whyNotAs } from '../../identity/rights.ts';
import type { Vitals } from '../../operations/vitals.ts';
import type { Identify } from '../http/authenticate.ts';
import { type Connection, type HubServer, turnAway } from './hub-socket.ts';
import type { LongPolling } from './long-polling.ts';
import { welcome } from './welcome.ts';

export interface AdmissionOptions {
  readonly hub: Hub;
  /** The identity behind a handshake, by the session cookie and the device's token. */
  readonly identify: Identify;
  /** The person of a session cookie; a session in use is extended. */
  readonly signedIn?: (cookieHeader: string | undefined, isUsed: boolean) => Identity['personId'];
  /** Whether a standby was promoted in place of this hub. */
  readonly isSuperseded?: () => boolean;
  /** Called with every device that reports. */
  readonly vitals?: Vitals;
  /** Called with every socket of a known device or person. */
  readonly recognize?: (socket: NetSocket) => void;
}

/** Admits clients by a hello, and turns them away again. */
export interface Admission {
  readonly hello: (
    connection: Connection,
    message: unknown,
    answer: (welcome: Welcome) => void,
  ) => void;
  readonly committed: (changes: readonly Change[]) => void;
  /** Called periodically: a session may have expired, or ended by another sign-in in that browser. */
  readonly tick: () => void;
  /** A person signed out somewhere; their other sessions stay. */
  readonly signedOut: (personId: Identity['personId']) => void;
  readonly turnAllAway: (reason: TurnedAway) => void;
  readonly devicesHere: () => ReadonlySet<DeviceId>;
  readonly clerksHere: () => ReadonlySet<PersonId>;
}

export function createAdmission(
  io: HubServer,
  polling: Pick<LongPolling, 'recognizeAll'>,
  options: AdmissionOptions,
): Admission {
  const { hub, identify, signedIn, isSuperseded, vitals, recognize } = options;
  const sockets = () => io.sockets.sockets.values();

  return {
    hello({ socket, mayAsk, dropIdentity }, message, answer) {
      // Each answer may be the whole day; a client that goes on asking is broken or malicious.
      if (!mayAsk()) return void socket.disconnect(true);
      const hello = parseHello(message);
      if (!hello.ok) return answer({ type: 'turned-away', reason: 'malformed' });
      if (isSuperseded?.() === true) return answer({ type: 'turned-away', reason: 'superseded' });
      const { role, deviceToken } = hello.value;
      const { address, headers } = socket.handshake;
      const identity = identify({ cookieHeader: headers.cookie, deviceToken, address });
      const welcomed = welcome(hub, hello.value, identity);
      dropIdentity();
      if (welcomed.type !== 'turned-away') {
        socket.data = { role, identity };
        void socket.join(role);
        recognize?.(socket.request.socket);
        polling.recognizeAll(socket.conn);
        if (identity.deviceId !== null) vitals?.reported(identity.deviceId, address);
      }
      answer(welcomed);
    },

    committed(changes) {
      if (!changes.some(({ type }) => type === 'device-changed' || type === 'person-changed'))
        return;
      for (const socket of sockets()) {
        const { role, identity } = socket.data;
        if (role === undefined || identity === undefined) continue;
        const now = withCurrentRights(hub, identity);
        // With another role, more rights or fewer, a person signs in anew.
        const isSame = now.personRole === identity.personRole;
        const reason = isSame ? whyNotAs(role, now) : 'sign-in-first';
        if (reason !== null) turnAway(socket, reason);
      }
    },

    tick() {
      if (signedIn === undefined) return;
      for (const socket of sockets()) {
        const { identity, isUsed = false } = socket.data;
        if (identity === undefined || identity.personId === null) continue;
        socket.data.isUsed = false;
        const now = signedIn(socket.handshake.headers.cookie, isUsed);
        if (now !== identity.personId) turnAway(socket, 'sign-in-first');
      }
    },

    signedOut(personId) {
      for (const socket of sockets()) {
        if (personId === null || socket.data.identity?.personId !== personId) continue;
        const { cookie } = socket.handshake.headers;
        const now = identify({ cookieHeader: cookie, deviceToken: null });
        if (now.personId !== personId) turnAway(socket, 'sign-in-first');
      }
    },

    turnAllAway(reason) {
      for (const socket of sockets()) turnAway(socket, reason);
    },

    devicesHere() {
      const here = Array.from(sockets(), ({ data }) => data.identity?.deviceId ?? null);
      return new Set(here.filter((id) => id !== null));
    },

    clerksHere() {
      const here = Array.from(sockets(), ({ data }) =>
        data.role === 'counter' ? (data.identity?.personId ?? null) : null,
      );
      return new Set(here.filter((id) => id !== null));
    },
  };
}

/** The identity with its present rights. */
export function withCurrentRights({ state }: Pick<Hub, 'state'>, identity: Identity): Identity {
  const { deviceId, personId } = identity;
  const device = deviceId === null ? undefined : state.devices.get(deviceId);
  const person = personId === null ? undefined : state.people.get(personId);
  return {
    ...identity,
    deviceRole: device === undefined || device.revoked ? null : device.role,
    personRole: person?.active === true ? person.role : null,
  };
}
