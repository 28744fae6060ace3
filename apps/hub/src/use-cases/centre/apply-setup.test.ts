import { plainTicket } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { CIVIL, LAN } from '@motcua/domain/builders';
import type { SetupStep } from '@motcua/domain/setup';
import { createHub } from '../../engine/hub.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { previewSetup, setUpCentre } from '../../operations/set-up.ts';
import { clerk, HEAD, KIOSK, openRoom, type Room } from '../../../test/room.ts';

describe('a step of the set-up', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });
  const settings = () => room.hub.state.settings.all();
  const withoutCivil = (): SetupStep => {
    const { queues, services, counters, ...others } = settings();
    return {
      type: 'file',
      settings: {
        ...others,
        queues: queues.filter(({ id }) => id !== CIVIL),
        services: services.filter(({ queueId }) => queueId !== CIVIL),
        counters: counters.map((counter) => ({
          ...counter,
          queueIds: counter.queueIds.filter((id) => id !== CIVIL),
        })),
      },
    };
  };

  it('changes all settings at once, or none when one is still needed', async () => {
    await room.give(plainTicket('marriage' as never), KIOSK);
    const before = settings();
    expect(await room.give({ type: 'apply-setup', step: withoutCivil() }, HEAD)).toMatchObject({
      refusal: { code: 'in-use' },
    });
    expect(settings()).toBe(before);
  });

  it('removes what no visit needs', async () => {
    const done = await room.give({ type: 'apply-setup', step: withoutCivil() }, HEAD);
    expect(done).toMatchObject({ ok: true });
    expect(settings().queues.map(({ id }) => id)).not.toContain(CIVIL);
  });

  it('is for those who set the centre up', async () => {
    const refused = await room.give({ type: 'apply-setup', step: withoutCivil() }, clerk(LAN));
    expect(refused).toMatchObject({ refusal: { code: 'role-not-allowed' } });
  });

  it('throws a made-up centre away only while no visit was recorded', async () => {
    const onFault = (cause: unknown) => {
      throw cause;
    };
    const hub = createHub({ dataDir: ':memory:', now: () => room.at, onFault });
    const act = (type: 'made-up' | 'discard') => setUpCentre(hub, { type }, THE_HUB_ITSELF);
    expect(await act('discard')).toMatchObject({ refusal: { code: 'setup-not-made-up' } });
    expect(await act('made-up')).toMatchObject({ ok: true });
    expect(await act('made-up')).toMatchObject({ refusal: { code: 'setup-not-empty' } });
    expect(await act('discard')).toMatchObject({ ok: true });
    expect(hub.state.settings.all().services).toEqual([]);

    await act('made-up');
    const ticket = { ...plainTicket('1.000894' as never), commandId: 'ticket' as never };
    expect(await hub.execute(ticket, THE_HUB_ITSELF)).toMatchObject({ ok: true });
    expect(previewSetup(hub, { type: 'discard' })).toMatchObject({
      refusal: { code: 'setup-has-visits' },
    });
    hub.close();
  });
});
