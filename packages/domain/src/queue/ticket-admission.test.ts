import { describe, expect, it } from 'vitest';
import {
  aNextStep,
  aPriorityGroup,
  aQueue,
  aService,
  aSite,
  aWaitingVisit,
  CERT,
  CIVIL,
  minutesAfterT0,
  T0,
} from '../builders.ts';
import type { PriorityGroupId, ServiceId } from '../ids.ts';
import { MAX_STEPS } from '../visit/visit.ts';
import type { PriorityGroup } from '../site/priority-group.ts';
import type { Queue } from './queue.ts';
import type { Service } from './service.ts';
import {
  ADMISSION_LIMITS,
  type AdmissionContext,
  type AdmissionRequest,
  admissionSettings,
  admitStep,
  admitTicket,
  bindingLimits,
} from './ticket-admission.ts';

const MARRIAGE = aService({ id: 'marriage' as ServiceId });
const COPY = aService({ id: 'copy' as ServiceId, queueId: CERT });
const OLD = aService({ id: 'old' as ServiceId, active: false });
const ELDERLY = aPriorityGroup({ id: 'elderly' as PriorityGroupId });
const CLOSED = { open: false, opensAt: null, reason: null } as const;

interface Room {
  readonly services: readonly Service[];
  readonly queues: readonly Queue[];
  readonly groups: readonly PriorityGroup[];
  readonly lastTicketMinutes: number;
}

function settingsOf(room: Partial<Room> = {}): AdmissionContext['settings'] {
  const { services = [MARRIAGE, COPY, OLD], groups = [ELDERLY], lastTicketMinutes = 0 } = room;
  const { queues = [aQueue(), aQueue({ id: CERT })] } = room;
  const site = aSite({ lastTicketMinutes });
  return admissionSettings({ site, services, queues, priorityGroups: groups });
}

function admitted(
  request: Partial<AdmissionRequest> = {},
  context: Partial<AdmissionContext> = {},
  room: Partial<Room> = {},
) {
  const answer = admitTicket(
    {
      settings: settingsOf(room),
      opening: { open: true, until: minutesAfterT0(60) },
      at: T0,
      left: () => null,
      ...context,
    },
    {
      ...{ serviceIds: [MARRIAGE.id], priorityGroupId: null, kiosk: { locked: false } },
      limits: 'all',
      ...request,
    },
  );
  return answer.ok ? answer.value.map(({ id }) => id) : answer.refusal.code;
}

describe('A number', () => {
  it('is given for the services in the order chosen, each once', () => {
    const serviceIds = [COPY.id, MARRIAGE.id, COPY.id];
    expect(admitted({ serviceIds })).toEqual([COPY.id, MARRIAGE.id]);
    expect(admitted({ priorityGroupId: ELDERLY.id, kiosk: undefined })).toEqual([MARRIAGE.id]);
  });

  const gone = 'gone' as ServiceId;
  it.each([
    ['kiosk-locked', { kiosk: { locked: true } }, {}],
    ['service-not-found', { serviceIds: [] }, {}],
    ['service-not-found', { serviceIds: [MARRIAGE.id, gone] }, {}],
    ['service-not-found', { serviceIds: [OLD.id] }, {}],
    ['queue-closed', {}, { queues: [aQueue({ active: false })] }],
    ['queue-closed', {}, { queues: [] }],
    ['setting-not-found', { priorityGroupId: 'gone' as PriorityGroupId }, {}],
    [
      'setting-not-found',
      { priorityGroupId: ELDERLY.id },
      { groups: [{ ...ELDERLY, active: false }] },
    ],
  ] as const)('is refused with %s whatever limits bind it: %j', (code, request, room) => {
    for (const limits of ['all', 'hours', 'none'] as const)
      expect(admitted({ ...request, limits }, {}, room)).toBe(code);
    expect(ADMISSION_LIMITS).not.toContain(code);
  });

  it.each([
    ['outside-opening-hours', { opening: CLOSED }, 0, ['all', 'hours']],
    ['numbers-ended', {}, 60, ['all']],
    ['quota-reached', { left: () => 0 }, 0, ['all']],
  ] as const)('is refused with %s only by the limits that ask it', (code, context, last, by) => {
    const room = { lastTicketMinutes: last };
    const codes = (['all', 'hours', 'none'] as const).filter(
      (limits) => admitted({ limits }, context, room) === code,
    );
    expect(codes).toEqual(by);
    expect(ADMISSION_LIMITS).toContain(code);
    expect(admitted({ limits: 'none' }, context, room)).toEqual([MARRIAGE.id]);
  });

  it('takes a place of a queue for each service in it', () => {
    const two = aService({ id: 'two' as ServiceId });
    const services = [MARRIAGE, COPY, two];
    const asked = (serviceIds: readonly ServiceId[]) =>
      admitted({ serviceIds }, { left: (id) => (id === CIVIL ? 1 : 5) }, { services });
    expect(asked([MARRIAGE.id, COPY.id])).toEqual([MARRIAGE.id, COPY.id]);
    expect(asked([MARRIAGE.id, two.id])).toBe('quota-reached');
  });

  it('is refused with the service or queue that prevents it', () => {
    const left = () => null;
    const of = (settings: AdmissionContext['settings'], id: ServiceId) =>
      admitStep({ settings, left }, id, aWaitingVisit(), null);
    const refused = of(settingsOf(), gone);
    expect(refused).toMatchObject({ refusal: { detail: { serviceId: gone } } });
    const closed = of(settingsOf({ queues: [] }), MARRIAGE.id);
    expect(closed).toMatchObject({ refusal: { detail: { queueId: CIVIL } } });
  });
});

describe('A further service of a visit', () => {
  const added = (left: number, reason: string | null, visit = aWaitingVisit()) => {
    const context = { settings: settingsOf(), left: () => left };
    const step = admitStep(context, COPY.id, visit, reason);
    return step.ok ? step.value.serviceId : step.refusal.code;
  };

  it('takes a place of its queue, unless staff say why or practise', () => {
    expect(added(1, null)).toBe(COPY.id);
    expect(added(0, null)).toBe('quota-reached');
    expect(added(0, '')).toBe('quota-reached');
    expect(added(0, 'người già')).toBe(COPY.id);
    expect(added(0, null, aWaitingVisit({ training: true }))).toBe(COPY.id);
  });

  it('is one of so many at most, whatever the reason', () => {
    const next = Array.from({ length: MAX_STEPS - 1 }, () => aNextStep());
    expect(added(1, 'người già', aWaitingVisit({ next }))).toBe('steps-used-up');
  });
});

it('is bound by no limit in practice, and for staff who say why', () => {
  expect(bindingLimits('visitor', false, null)).toBe('all');
  expect(bindingLimits('visitor', false, 'xin mãi')).toBe('all');
  expect(bindingLimits('visitor', true, null)).toBe('none');
  expect(bindingLimits('staff', false, '')).toBe('all');
  expect(bindingLimits('staff', false, 'người già')).toBe('none');
});
