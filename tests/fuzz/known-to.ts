import type { Instant } from '@motcua/domain';
import { toMirror } from '@motcua/client';
import type { Hub, Identity } from '@motcua/hub';
import { snapshotFor } from '../../apps/hub/src/transport/sockets/audience.ts';
import type { Known } from './picks.ts';

/** What a sender with a complete view of the day knows, read from a hub in this process. */
export function knownTo(hub: Hub, { personId, deviceId }: Identity, at: Instant): Known {
  const { state } = hub;
  const mirror = toMirror({
    type: 'snapshot',
    seq: state.seq,
    at,
    today: state.today,
    deviceId,
    personId,
    loads: {},
    missed: [],
    snapshot: snapshotFor('admin', state, deviceId),
  });
  return { mirror, personId };
}
