import type { Device, Person } from '@motcua/domain';
import type { Hub } from '../hub.ts';
import type { Identity } from '../hub-command.ts';
import type { Sessions } from '../sessions.ts';
import { hashToken } from '../tokens.ts';

export const SESSION_COOKIE = 'motcua_session';

export interface Credentials {
  readonly cookieHeader: string | undefined;
  readonly deviceToken: string | null;
  /** Of the computer at the other end. */
  readonly address?: string | undefined;
}
export type Identify = (credentials: Credentials) => Identity;

/** Who stands behind a cookie and a device token: a person, a device, both, or a stranger. */
export function createIdentify(hub: Hub, sessions: Sessions): Identify {
  return ({ cookieHeader, deviceToken, address }) => {
    const person = personBehind(hub, sessions, sessionTokenIn(cookieHeader));
    const device = deviceBehind(hub, deviceToken);
    return {
      deviceId: device?.id ?? null,
      deviceRole: device?.role ?? null,
      personId: person?.id ?? null,
      personRole: person?.role ?? null,
      ...(person !== null && address !== undefined && { address }),
    };
  };
}

/** The session's token in a Cookie header; null when there is none. */
export function sessionTokenIn(cookieHeader: string | undefined): string | null {
  for (const part of cookieHeader?.split(';') ?? []) {
    const [name, value] = part.split('=', 2);
    if (name?.trim() === SESSION_COOKIE && value !== undefined && value.trim() !== '')
      return value.trim();
  }
  return null;
}

function personBehind({ state }: Hub, sessions: Sessions, token: string | null): Person | null {
  const id = token === null ? null : sessions.personOf(token);
  const person = id === null ? undefined : state.people.get(id);
  return person?.active === true ? person : null;
}

function deviceBehind({ state, store }: Hub, token: string | null): Device | null {
  const id = token === null ? null : store.secrets.deviceOfToken(hashToken(token));
  const device = id === null ? undefined : state.devices.get(id);
  return device === undefined || device.revoked ? null : device;
}
