import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { list } from './values.ts';

const alarmId = z.string().check(z.minLength(1), z.maxLength(200));
const alarmIds = z.object({
  alarmIds: z.readonly(z.array(alarmId).check(z.minLength(1), z.maxLength(200))),
});
const acknowledged = z.object({ alarmIds: list(z.string()) });

export const alarms = {
  acknowledged: {
    method: 'GET',
    path: '/api/alarms/acknowledged',
    summary:
      "Alarms of today that one has acknowledged: they stay visible, and silent in one's pages",
    answer: acknowledged,
  },
  acknowledge: {
    method: 'POST',
    path: '/api/alarms/acknowledged',
    summary: 'Acknowledges alarms for oneself; the journal keeps it',
    body: alarmIds,
    answer: acknowledged,
  },
} as const satisfies Record<string, HttpRoute>;
