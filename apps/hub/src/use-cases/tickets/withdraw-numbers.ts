import { numbersOfKiosk, ok, refuse } from '@motcua/domain';
import { changed, type UseCase } from '../use-case.ts';

/**
 * Cancels what waits under the letter of a revoked kiosk: a thief may have made it
 * up. Refuses with `device-not-found` what is no kiosk, or still paired. A visitor with a real slip is given a new
 * number by staff: what was cancelled does not come back, so that the lists of missed visits are not full of it.
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
