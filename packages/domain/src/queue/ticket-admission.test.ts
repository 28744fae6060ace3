import { describe, expect, it } from 'vitest';
import { aPriorityGroup, aQueue, aService, CERT, CIVIL, minutesAfterT0, T0 } from '../builders.ts';
import type { PriorityGroupId, ServiceId } from '../ids.ts';
import type { PriorityGroup } from '../site/priority-group.ts';
import type { Queue } from './queue.ts';
import type { Service } from './service.ts';
import {
  ADMISSION_LIMITS,
  type AdmissionContext,
  type AdmissionRequest,
  admitTicket,
  offeredServices,
  queueRefusal,
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
  return {
    site: { lastTicketMinutes },
    service: (id) => services.find((each) => each.id === id) ?? null,
    queue: (id) => queues.find((each) => each.id === id) ?? null,
    priorityGroup: (id) => groups.find((each) => each.id === id) ?? null,
  };
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

  it('is announced by a queue as it is given', () => {
    expect(queueRefusal(aQueue(), null)).toBeNull();
    expect(queueRefusal(aQueue(), 1)).toBeNull();
    expect(queueRefusal(aQueue(), 0)).toBe('quota-reached');
    expect(queueRefusal(aQueue({ active: false }), 0)).toBe('queue-closed');
    expect(queueRefusal(null, null)).toBe('queue-closed');
  });

  it('is refused with the service or queue that prevents it', () => {
    const refused = offeredServices(settingsOf(), [gone]);
    expect(refused).toMatchObject({ refusal: { detail: { serviceId: gone } } });
    const closed = offeredServices(settingsOf({ queues: [] }), [MARRIAGE.id]);
    expect(closed).toMatchObject({ refusal: { detail: { queueId: CIVIL } } });
  });
});
