import type { CommandId, DeviceId } from '@motcua/domain';
import type { TestSite } from '@motcua/testing';
import { expect } from 'vitest';

/** Reports as a display that the last call of that number was spoken: a no-show needs an audible call. */
export async function confirmAnnouncement(
  { started: { hub } }: TestSite,
  number: string,
  state: 'playing' | 'played' = 'played',
): Promise<void> {
  const visit = hub.state.byNumber(number);
  const announcementId = visit === null ? undefined : hub.state.callsOf(visit.id).at(-1)?.id;
  if (announcementId === undefined) throw new Error(`${number} was not called`);
  const reported = await hub.execute(
    {
      commandId: crypto.randomUUID() as CommandId,
      ...{ type: 'report-announcement', announcementId, report: { state } },
    },
    { deviceId: 'wall' as DeviceId, deviceRole: 'display', personId: null, personRole: null },
  );
  expect(reported).toMatchObject({ ok: true });
}
