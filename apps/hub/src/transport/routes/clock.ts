import { z } from 'zod';
import { CLOCK_PROBLEMS, clockStateOf, confirmClock } from '../../engine/clock-state.ts';
import { DOORS } from '../../identity/rights.ts';
import { answerRefusal, type HttpApp, refusals } from '../http/answers.ts';
import type { RouteContext } from './route-context.ts';

const state = z.object({
  at: z.number().describe('what the hub goes by, milliseconds since 1970, UTC'),
  today: z.string().describe('the local day that is open'),
  wall: z.number().describe("what the computer's clock shows"),
  wallDay: z.string(),
  problem: z
    .enum(CLOCK_PROBLEMS)
    .nullable()
    .describe('null: all of them agree; `day-ahead`: the open day is later than the clock'),
});

/** Whether the hub believes its clock, for all who work here; that it is right says whoever answers for the centre. */
export function clockRoutes(app: HttpApp, { hub, guard, log }: RouteContext): void {
  app.get(
    '/api/clock',
    {
      onRequest: guard.only('clerk', 'guide', 'head', 'administrator'),
      schema: {
        summary: 'Whether the hub believes its clock',
        response: { 200: state, ...refusals },
      },
    },
    async () => clockStateOf(hub),
  );

  app.post(
    '/api/clock',
    {
      onRequest: guard.only(...DOORS.upkeep),
      schema: {
        summary:
          "Say that the computer's clock is right, also when the open day then becomes an earlier one",
        response: { 200: state, ...refusals },
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const confirmed = await confirmClock(hub, by);
      if (!confirmed.ok) return answerRefusal(reply, confirmed.refusal);
      log.warn({ personId: by.personId, today: hub.state.today }, 'the clock was confirmed');
      return clockStateOf(hub);
    },
  );
}
