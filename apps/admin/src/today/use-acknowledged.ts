import type { Alarm } from '@motcua/domain';
import { useEffect, useState } from 'react';
import type { HubApi } from '../hub-api/hub-api.ts';

export interface Acknowledged {
  readonly ids: ReadonlySet<string>;
  readonly acknowledge: (alarms: readonly Alarm[]) => void;
}

/** The alarms that this person has seen, on whatever computer. An alarm without a beginning that went away is new when it returns. */
export function useAcknowledged(
  api: Pick<HubApi, 'acknowledgedAlarms' | 'acknowledgeAlarms'>,
  alarms: readonly Alarm[],
): Acknowledged {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const standing = alarms.map(({ id }) => id).join('\n');
  const [before, setBefore] = useState(standing);

  useEffect(() => {
    let wanted = true;
    void api.acknowledgedAlarms().then((answer) => {
      if (wanted && answer.ok) setIds(new Set(answer.value.alarmIds));
    });
    return () => {
      wanted = false;
    };
  }, [api]);

  if (standing !== before) {
    const now = new Set(standing.split('\n'));
    setBefore(standing);
    setIds(new Set([...ids].filter((id) => !id.startsWith('room/') || now.has(id))));
  }

  const acknowledge = (seen: readonly Alarm[]) => {
    const alarmIds = seen.map(({ id }) => id);
    setIds((known) => new Set([...known, ...alarmIds]));
    void api.acknowledgeAlarms(alarmIds);
  };
  return { ids, acknowledge };
}
