import { randomUUID } from 'node:crypto';
import type { Result } from '@motcua/domain';
import { type Change, PROTOCOL_VERSION, type Role, type Welcome } from '@motcua/protocol';
import { createHttpClient } from '@motcua/client/http';
import { health } from '@motcua/protocol/http';
import type { Socket } from 'socket.io-client';
import { connect } from './processes.ts';

/** A minimal client of the hub: says hello and sends commands, without a mirror. */
export interface BenchClient {
  readonly socket: Socket;
  readonly command: (wish: object) => Promise<readonly Change[]>;
  readonly close: () => void;
}

/** Connects with the latest seq, so that no whole day has to be sent; throws when refused. */
export async function greet(
  url: string,
  role: Role,
  credentials: { readonly deviceToken?: string; readonly cookie?: string },
): Promise<BenchClient> {
  const { deviceToken = null, cookie } = credentials;
  const socket = await connect(url, cookie === undefined ? {} : { cookie });
  const answer = await createHttpClient({ baseUrl: url }).ask(health.read);
  const lastSeq = answer.ok ? answer.value.seq : null;
  const hello = { protocolVersion: PROTOCOL_VERSION, role, deviceToken, lastSeq };
  const welcome = (await socket.emitWithAck('hello', hello)) as Welcome;
  if (welcome.type === 'turned-away') throw new Error(`Turned away: ${welcome.reason}`);
  return {
    socket,
    command: async (wish) => {
      const message = { commandId: randomUUID(), ...wish };
      const result = (await socket.emitWithAck('command', message)) as Result<readonly Change[]>;
      if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
      return result.value;
    },
    close: () => void socket.disconnect(),
  };
}
