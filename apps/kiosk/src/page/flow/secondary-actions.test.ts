import {
  MAX_STEPS,
  type PriorityGroupId,
  type ServiceGroupId,
  type ServiceId,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { nextFlow, startFlow, type Flow, type FlowEvent } from './kiosk-flow.ts';
import { NO_REQUEST, type SideScreenName } from './screen.ts';

const CIVIL = 'civil' as ServiceGroupId;
const CERT = 'cert' as ServiceGroupId;
const MARRIAGE = 'marriage' as ServiceId;
const COPY = 'copy' as ServiceId;
const ELDERLY = 'elderly' as PriorityGroupId;

type Step = FlowEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never;
const play = (...steps: readonly Step[]): Flow =>
  steps.reduce((flow: Flow, step) => nextFlow(flow, { ...step, at: T0 }), startFlow(T0));

const look: Step = { type: 'look-at-service', serviceId: MARRIAGE };
const take: Step = { type: 'take-number', serviceId: MARRIAGE, requestId: 'request-1' };
const aside = (to: SideScreenName): Step => ({
  type: 'go-aside',
  to,
});
const choose: Step = { type: 'choose-priority', priorityGroupId: ELDERLY };
const back: Step = { type: 'back' };
const also = (serviceId: ServiceId): readonly Step[] => [
  aside('more-groups'),
  { type: 'choose-group', groupId: CERT },
  { type: 'look-at-service', serviceId },
];

describe('Optional choices', () => {
  it('are not required for a number', () => {
    expect(play(look, take).screen).toMatchObject({
      name: 'asking',
      order: { type: 'issue', request: { ...NO_REQUEST, serviceIds: [MARRIAGE] } },
    });
  });

  it('are sent with the request for a number', () => {
    const flow = play(
      ...[look, aside('priority'), choose, aside('needs')],
      ...[{ type: 'turn-need', need: 'deaf' } as const, back, aside('party')],
      ...[{ type: 'set-party', party: { people: 3, files: 2, proxy: true } } as const, back, take],
    );
    expect(flow.screen).toMatchObject({
      order: {
        request: {
          serviceIds: [MARRIAGE],
          priorityGroupId: ELDERLY,
          needs: ['deaf'],
          party: { people: 3, files: 2, proxy: true },
        },
      },
    });
  });

  it('return to the services after choosing a priority, which can be undone', () => {
    const chosen = play(look, aside('priority'), choose);
    expect(chosen.screen).toMatchObject({ name: 'confirm', request: { priorityGroupId: ELDERLY } });
    const none: Step = { type: 'choose-priority', priorityGroupId: null };
    expect(play(look, aside('priority'), choose, aside('priority'), none).screen).toMatchObject({
      name: 'confirm',
      request: { priorityGroupId: null },
    });
  });

  it('can be made before the service, and lead back to the list', () => {
    const flow = play({ type: 'choose-group', groupId: CIVIL }, aside('priority'), choose);
    expect(flow.screen).toMatchObject({ name: 'services', groupId: CIVIL });
    expect(nextFlow(flow, { ...take, at: T0 }).screen).toMatchObject({
      order: { request: { serviceIds: [MARRIAGE], priorityGroupId: ELDERLY } },
    });
  });

  it('are one screen away from the list of services, and lead back to it', () => {
    const turn: Step = { type: 'turn-need', need: 'wheelchair' };
    const flow = play({ type: 'choose-group', groupId: CIVIL }, aside('options'), aside('needs'));
    expect(nextFlow(flow, { ...back, at: T0 }).screen).toMatchObject({ name: 'services' });
    const said = [turn, back, take].reduce((it, step) => nextFlow(it, { ...step, at: T0 }), flow);
    expect(said.screen).toMatchObject({
      order: { request: { serviceIds: [MARRIAGE], needs: ['wheelchair'] } },
    });
  });

  it('are cleared when the next visitor begins', () => {
    const flow = play(look, aside('priority'), choose, { type: 'start-over' }, look);
    expect(flow.screen).toMatchObject({ request: { priorityGroupId: null } });
  });

  it('toggle a need off that was on', () => {
    const turn: Step = { type: 'turn-need', need: 'blind' };
    expect(play(look, aside('needs'), turn, turn).screen).toMatchObject({ request: { needs: [] } });
  });
});

describe('Several services', () => {
  it('are requested in the order chosen, each once', () => {
    const flow = play(look, ...also(COPY), ...also(MARRIAGE));
    expect(flow.screen).toMatchObject({ request: { serviceIds: [MARRIAGE, COPY] } });
  });

  it('are at most five', () => {
    const more = Array.from({ length: 7 }, (_, n) => also(`service-${n}` as ServiceId)).flat();
    const { screen } = play(look, ...more);
    expect(
      'request' in screen && screen.name === 'confirm' && screen.request.serviceIds,
    ).toHaveLength(MAX_STEPS);
  });

  it('can be removed, except the last one', () => {
    const remove = (serviceId: ServiceId): Step => ({ type: 'remove-service', serviceId });
    const { screen } = play(look, ...also(COPY), remove(MARRIAGE), remove(COPY));
    expect(screen).toMatchObject({ name: 'confirm', request: { serviceIds: [COPY] } });
  });

  it('go back one step at a time', () => {
    const [toGroups, toServices] = also(COPY);
    if (toGroups === undefined || toServices === undefined) throw new Error('No way there');
    expect(play(look, toGroups, toServices, back).screen.name).toBe('more-groups');
    expect(play(look, toGroups, toServices, back, back).screen.name).toBe('confirm');
  });
});
