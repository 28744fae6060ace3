import { numbersOfKiosk, ok, refuse } from '@motcua/domain';
import { changed, type UseCase } from '../use-case.ts';

/**
 * What waits under the letter of a kiosk that was shut out leaves the line: somebody who carried it away may have made it
 * up. Refuses with `device-not-found` what is no kiosk, or still let in. Who really holds such a slip is given a new
 * number by staff: what was cancelled does not come back, so that the lists of who missed a call are not full of it.
 */
export const withdrawNumbers: UseCase<'withdraw-numbers'> = (context, { deviceId }) => {
  const { devices, visits, settings } = context.state;
  const device = devices.get(deviceId);
  if (device?.role !== 'kiosk' || !device.revoked) return refuse('device-not-found', { deviceId });
  const waiting = numbersOfKiosk(visits.values(), device, devices.values(), settings.prefixes());
  return ok(
    waiting.flatMap((visit) => changed(context, visit, { type: 'cancel', as: 'cancelled' })),
  );
};
