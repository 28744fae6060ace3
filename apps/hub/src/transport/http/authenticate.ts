import type { Device, Person } from '@motcua/domain';
import type { Hub } from '../../engine/hub.ts';
import type { Identity } from '../../engine/hub-command.ts';
import { MAY_USE_PIN } from '../../identity/rights.ts';
import type { Sessions } from '../../identity/sessions.ts';
import { hashToken } from '../../identity/tokens.ts';

export const SESSION_COOKIE = 'motcua_session';
/** Cookie of a browser where a person signed in: today a PIN is accepted there, and guesses from elsewhere never delay it. */
export const PLACE_COOKIE = 'motcua_place';

export interface Credentials {
  readonly cookieHeader: string | undefined;
  readonly deviceToken: string | null;
  /** Of the computer at the other end. */
  readonly address?: string | undefined;
}
export type Identify = (credentials: Credentials) => Identity;

/** The identity behind a cookie and a device token: a person, a device, both, or none. */
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
  return valueIn(cookieHeader, SESSION_COOKIE);
}

/** The browser's own cookie in a Cookie header; null when there is none. */
export function placeIn(cookieHeader: string | undefined): string | null {
  return valueIn(cookieHeader, PLACE_COOKIE);
}

function valueIn(cookieHeader: string | undefined, wanted: string): string | null {
  for (const part of cookieHeader?.split(';') ?? []) {
    const [name, value] = part.split('=', 2);
    if (name?.trim() === wanted && value !== undefined && value.trim() !== '') return value.trim();
  }
  return null;
}

function personBehind({ state }: Hub, sessions: Sessions, token: string | null): Person | null {
  const session = token === null ? null : sessions.find(token);
  const person = session === null ? undefined : state.people.get(session.personId);
  if (session === null || person?.active !== true) return null;
  // A person with another role since then signs in by password.
  return session.way === 'pin' && !MAY_USE_PIN.includes(person.role) ? null : person;
}

function deviceBehind({ state, store }: Hub, token: string | null): Device | null {
  const id = token === null ? null : store.secrets.deviceOfToken(hashToken(token));
  const device = id === null ? undefined : state.devices.get(id);
  return device === undefined || device.revoked ? null : device;
}
