import { DEVICE_ROLES, type DeviceId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { device, deviceAnswer, id, instant, list, name } from './values.ts';

export const newDevice = z.object({ role: z.enum(DEVICE_ROLES), name });
export type NewDevice = z.output<typeof newDevice>;
export const deviceWithToken = z.object({ device, token: z.string() });
export type DeviceWithToken = z.output<typeof deviceWithToken>;
export const deviceParams = z.object({ deviceId: id<DeviceId>() });

export const deviceVitals = list(
  z.object({
    deviceId: id<DeviceId>(),
    heardAt: instant.check(z.describe('when it last reported')),
    address: z.nullable(z.string()),
    clockAheadMs: z.nullable(z.number()).check(z.describe('null: not reported')),
    version: z.nullable(z.string()),
    freeBytes: z.nullable(z.number()).check(z.describe('on the disk that it writes to')),
    lastCallHeardAt: z
      .nullable(instant)
      .check(z.describe('when a call last came out of its loudspeaker')),
    webSocketBlocked: z.boolean().check(z.describe('it polls over HTTP, which is slower')),
  }),
);
/** What is known of a device beside its condition. */
export type DeviceVitals = z.output<typeof deviceVitals>[number];

const offlinePeriod = z.object({
  deviceId: id<DeviceId>(),
  from: instant.check(z.describe('when it gave the first of these numbers')),
  until: instant.check(z.describe('when it had reported the last')),
  numbers: z.int(),
});
/** A time in which a kiosk gave numbers without the hub. */
export type OfflinePeriod = z.output<typeof offlinePeriod>;

const vitals = z.object({
  at: instant,
  startedAt: instant.check(z.describe('reports before it are not known any more')),
  hubFreeBytes: z.nullable(z.number()).check(z.describe("on the disk of the hub's data")),
  devices: deviceVitals,
  alone: list(offlinePeriod).check(
    z.describe('when kiosks gave numbers without the hub, as reported today'),
  ),
});
export type Vitals = z.output<typeof vitals>;

export const devices = {
  all: {
    method: 'GET',
    path: '/api/devices',
    summary: 'All devices, revoked ones too',
    answer: z.object({ devices: list(device) }),
  },
  add: {
    method: 'POST',
    path: '/api/devices',
    summary: 'Pair a device without a code; its token is answered once',
    body: newDevice,
    answer: deviceWithToken,
  },
  revoke: {
    method: 'POST',
    path: '/api/devices/:deviceId/revoke',
    summary: 'Revoke a device at once',
    params: deviceParams,
    answer: deviceAnswer,
  },
  vitals: {
    method: 'GET',
    path: '/api/devices/vitals',
    summary: 'When each device last reported, and its condition',
    answer: vitals,
  },
} as const satisfies Record<string, HttpRoute>;
