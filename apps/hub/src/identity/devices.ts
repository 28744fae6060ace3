import { randomUUID } from 'node:crypto';
import {
  type CommandId,
  type Device,
  type DeviceId,
  ok,
  refuse,
  type Result,
  toSingleLine,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { hubCommandId } from '@motcua/protocol';
import type { DeviceWithToken, NewDevice } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';
import type { PairingRegister } from './pairing.ts';
import { hashToken, newToken } from './tokens.ts';

/** Devices that were paired, without API keys; revoked ones too. */
export function pairedDevices(hub: Hub): readonly Device[] {
  return [...hub.state.devices.values()].filter(({ role }) => role !== 'program');
}

/** The token is given out once; the hub keeps only its hash. */
export function addDevice(
  hub: Hub,
  { role, name }: NewDevice,
  by: Identity,
): Promise<Result<DeviceWithToken>> {
  return register(hub, { role, name }, newToken(), by);
}

/** Registers a device, or an API key, under that token. */
export async function register(
  hub: Hub,
  { role, name, scopes }: Pick<Device, 'role' | 'name' | 'scopes'>,
  token: string,
  by: Identity,
): Promise<Result<DeviceWithToken>> {
  const device: Device = {
    id: `${role}-${randomUUID()}` as DeviceId,
    name: toSingleLine(name),
    role,
    pairedAt: hub.now(),
    revoked: false,
    condition: UNKNOWN_CONDITION,
    locked: false,
    training: false,
    ...(scopes !== undefined && { scopes }),
  };
  const put = await hub.execute({ commandId: newCommandId(), type: 'put-device', device }, by);
  if (!put.ok) return put;
  hub.store.secrets.setDeviceToken(device.id, hashToken(token), hub.now());
  return ok({ device, token });
}

/** Revokes a device at once and for ever; refuses with `device-not-found`. Doing it twice does no harm. */
export async function revokeDevice(hub: Hub, id: DeviceId, by: Identity): Promise<Result<Device>> {
  const before = hub.state.devices.get(id);
  if (before === undefined) return refuse('device-not-found');
  const device: Device = { ...before, revoked: true };
  if (!before.revoked) {
    const put = await hub.execute({ commandId: newCommandId(), type: 'put-device', device }, by);
    if (!put.ok) return put;
  }
  hub.store.secrets.remove(id);
  return ok(device);
}

/** Approves the device that shows this code, under `name` or the name it gave itself. */
export async function approvePairing(
  hub: Hub,
  pairings: PairingRegister,
  code: string,
  name: string | null,
  by: Identity,
): Promise<Result<Device>> {
  const claimed = pairings.claim(code);
  if (!claimed.ok) return claimed;
  const pairing = claimed.value;
  const added = await addDevice(hub, { role: pairing.role, name: name ?? pairing.name }, by);
  if (!added.ok) {
    pairings.release(pairing);
    return added;
  }
  pairings.approve(pairing, added.value.token);
  return ok(added.value.device);
}

function newCommandId(): CommandId {
  return hubCommandId(randomUUID());
}
