import { PERSON_ROLES, SEVERITIES } from '@motcua/domain';
import * as z from 'zod/mini';
import { apiKeyList, apiKeyParams, apiKeyWithToken, newApiKey } from './api-keys.ts';
import { deviceParams, deviceVitals, deviceWithToken, newDevice } from './devices.ts';
import { waitingPairing } from './pairing.ts';
import { personWithSecret, personWithToken } from './people.ts';
import { inLanguage, ofDay, ofPeriod, PERIOD_FORMATS, REPORT_FORMATS } from './reports.ts';
import type { HttpRoute } from './route.ts';
import { clockState } from './maintenance.ts';
import { device, instant, list, login, name, nothing, person } from './values.ts';

const roomLine = z.object({
  severity: z.enum(SEVERITIES),
  name: z.string().check(z.describe('names the sentence: `room.<name>`')),
  device: z.nullable(z.string()),
  at: z.nullable(instant),
  reason: z.nullable(z.string()).check(z.describe('names the words for why: `counter.<reason>`')),
});
/** What a running hub knows of the waiting room, as the doctor asks for it. */
export type RoomLine = z.output<typeof roomLine>;

const hubStatus = z.object({
  at: instant,
  clock: clockState,
  backupFolder: z.string(),
  devices: deviceVitals,
  room: list(roomLine),
});
export type HubStatus = z.output<typeof hubStatus>;

/** What the command line asks of a running hub: only from this machine, only with the token in `hub.json`. */
export const control = {
  devices: {
    method: 'GET',
    path: '/api/control/devices',
    summary: 'All devices',
    answer: list(device),
  },
  addDevice: {
    method: 'POST',
    path: '/api/control/devices',
    summary: 'Pair a device without a code',
    body: newDevice,
    answer: deviceWithToken,
  },
  revokeDevice: {
    method: 'POST',
    path: '/api/control/devices/:deviceId/revoke',
    summary: 'Revoke a device at once',
    params: deviceParams,
    answer: device,
  },
  keys: {
    method: 'GET',
    path: '/api/control/keys',
    summary: 'All API keys',
    answer: apiKeyList,
  },
  createKey: {
    method: 'POST',
    path: '/api/control/keys',
    summary: 'Create an API key',
    body: newApiKey,
    answer: apiKeyWithToken,
  },
  revokeKey: {
    method: 'POST',
    path: '/api/control/keys/:keyId/revoke',
    summary: 'Revoke an API key at once',
    params: apiKeyParams,
    answer: nothing,
  },
  pairings: {
    method: 'GET',
    path: '/api/control/pairings',
    summary: 'Devices that wait for approval',
    answer: list(waitingPairing),
  },
  refusePairing: {
    method: 'POST',
    path: '/api/control/pairings/:code/refuse',
    summary: 'Refuse the device that shows this code',
    params: z.object({ code: z.string().check(z.maxLength(100)) }),
    answer: waitingPairing,
  },
  status: {
    method: 'GET',
    path: '/api/control/upkeep',
    summary: 'The state that the doctor checks',
    answer: hubStatus,
  },
  clock: {
    method: 'GET',
    path: '/api/control/clock',
    summary: 'Whether the hub trusts its clock',
    answer: clockState,
  },
  confirmClock: {
    method: 'POST',
    path: '/api/control/clock',
    summary: "Say that the computer's clock is right",
    answer: clockState,
  },
  people: {
    method: 'GET',
    path: '/api/control/people',
    summary: 'All people, locked-out ones too',
    answer: list(person),
  },
  addPerson: {
    method: 'POST',
    path: '/api/control/people',
    summary: 'Add a person',
    body: z.object({ name, login, role: z.enum(PERSON_ROLES) }),
    answer: personWithSecret,
  },
  recover: {
    method: 'POST',
    path: '/api/control/people/recover',
    summary: 'A link that signs a person in once',
    body: z.object({ login: z.string().check(z.maxLength(64)) }),
    answer: personWithToken,
  },
  report: {
    method: 'GET',
    path: '/api/control/reports/day/:day',
    summary: 'The report of a day as a file',
    params: ofDay,
    query: z.object({ ...inLanguage.shape, format: z.enum(REPORT_FORMATS) }),
  },
  periodReport: {
    method: 'GET',
    path: '/api/control/reports/period',
    summary: 'The report of any period as a file',
    query: z.object({
      ...ofPeriod.shape,
      ...inLanguage.shape,
      format: z.enum(PERIOD_FORMATS),
      complaints: z.optional(
        z.coerce
          .number()
          .check(z.int(), z.minimum(0), z.describe('as the centre counts them, for the report')),
      ),
    }),
  },
} as const satisfies Record<string, HttpRoute>;
