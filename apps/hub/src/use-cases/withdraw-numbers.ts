import { numbersOfKiosk, ok, refuse, transition } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { UseCase } from './use-case.ts';

/**
 * What waits under the letter of a kiosk that was shut out leaves the line: somebody who carried it away may have made it
 * up. Refuses with `device-not-found` what is no kiosk, or still let in. Who really holds such a slip is let in again by
 * staff, as after any number that was cancelled.
 */
export const withdrawNumbers: UseCase<'withdraw-numbers'> = (situation, { deviceId }) => {
  const { devices, visits, settings } = situation.state;
  const device = devices.get(deviceId);
  if (device?.role !== 'kiosk' || !device.revoked) return refuse('device-not-found', { deviceId });
  const waiting = numbersOfKiosk(visits.values(), device, devices.values(), settings.prefixes());
  return ok(
    waiting.flatMap((before): readonly Fact[] => {
      const after = transition(before, { type: 'cancel', as: 'cancelled' }, situation);
      if (!after.ok) return [];
      const action = { action: 'cancel', counterId: null, because: null } as const;
      return [{ type: 'visit-changed', visit: after.value, ...action }];
    }),
  );
};
