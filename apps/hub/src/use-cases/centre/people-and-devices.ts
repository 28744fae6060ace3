import { type Device, letterForKiosk, ok, refuse } from '@motcua/domain';
import type { LiveState } from '../../engine/live-state.ts';
import { refuseUndrawable } from '../drawn-names.ts';
import type { UseCase } from '../use-case.ts';

/** A new or changed person; their secret is kept elsewhere. */
export const putPerson: UseCase<'put-person'> = ({ state }, { person }) => {
  const no = refuseUndrawable(person.name);
  if (no !== null) return no;
  for (const { id, login } of state.people.values())
    if (id !== person.id && login === person.login) return refuse('name-taken', { login });
  const before = state.people.get(person.id) ?? null;
  return ok([{ type: 'person-changed', person, before }]);
};

/** A new, renamed or revoked device. */
export const putDevice: UseCase<'put-device'> = ({ state }, { device }) =>
  refuseUndrawable(device.name) ??
  ok([
    {
      type: 'device-changed',
      device: withOfflineLetter(state, device),
      before: state.devices.get(device.id) ?? null,
    },
  ]);

/** A paired kiosk gets a letter for the numbers that it gives without the hub. */
function withOfflineLetter(state: LiveState, device: Device): Device {
  if (device.role !== 'kiosk' || device.revoked || device.offlineLetter !== undefined)
    return device;
  const others = [...state.devices.values()].filter(({ id }) => id !== device.id);
  const isUsed = (letters: string) => state.isLetterUsed(letters);
  const offlineLetter = letterForKiosk(others, state.settings.prefixes(), isUsed);
  return offlineLetter === null ? device : { ...device, offlineLetter };
}

/** Staff lock or unlock a kiosk remotely, or set it to practice. */
export const setKiosk: UseCase<'set-kiosk'> = ({ state }, { deviceId, locked, training }) => {
  const device = state.devices.get(deviceId);
  if (device?.role !== 'kiosk' || device.revoked) return refuse('device-not-found', { deviceId });
  if (device.locked === locked && device.training === training) return ok([]);
  return ok([{ type: 'device-changed', device: { ...device, locked, training }, before: device }]);
};

/** A device reports its condition; only a difference is a fact. */
export const reportCondition: UseCase<'report-condition'> = (
  { state, identity },
  { condition },
) => {
  const device = identity.deviceId === null ? undefined : state.devices.get(identity.deviceId);
  if (device === undefined) return refuse('device-not-found');
  const { printer, printProof, sound } = device.condition;
  const isSame =
    printer === condition.printer &&
    printProof === condition.printProof &&
    sound === condition.sound;
  if (isSame) return ok([]);
  return ok([{ type: 'device-changed', device: { ...device, condition }, before: device }]);
};

/** A sign-in, a failed one, or an export; recorded in any case. */
export const recordAccess: UseCase<'record-access'> = (_context, { event, subject, count }) =>
  ok([{ type: 'door-noted', event, subject, ...(count !== undefined && { count }) }]);
