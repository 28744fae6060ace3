import {
  type ApiScope,
  type Booking,
  type CommandId,
  ok,
  ONE_PERSON,
  parsePeriod,
  refuse,
  type Result,
  slotsOf,
} from '@motcua/domain';
import type { ChangeOf } from '@motcua/protocol';
import { API_TABLES, apiV1 } from '@motcua/protocol/http';
import type { Identity } from '../../engine/hub-command.ts';
import { liveRoom } from '../../reads/live-room.ts';
import { settingsTable } from '../../reads/api-tables.ts';
import { whyNoPeriodReport } from '../../reads/period-report.ts';
import { sendRead } from '../http/send-read.ts';
import type { Serve } from '../http/serve-route.ts';
import { languageOf } from './reports.ts';
import type { RouteContext } from './route-context.ts';

/** What other programs ask with an API key. */
export function apiV1Routes(serve: Serve, context: RouteContext): void {
  const { hub, services } = context;

  serve(apiV1.figures, {}, ({ query, reply }) => {
    const period = parsePeriod(query.period);
    if (!period.ok) return period;
    const no = whyNoPeriodReport(hub, period.value);
    if (no !== null) return { ok: false, refusal: no };
    const task = { type: 'figures', period: period.value } as const;
    return sendRead(reply, services.reader, task, 'application/json; charset=utf-8');
  });

  serve(apiV1.live, {}, () => ok(liveRoom(hub)));

  serve(apiV1.issue, {}, async ({ headers, body, by }) => {
    const issued = await hub.execute(
      {
        commandId: commandIdOf(by, 'issue', headers['idempotency-key']),
        type: 'issue-ticket',
        ...{ ...body, priorityGroupId: null, needs: [], party: ONE_PERSON },
        ...{ reason: null, training: false },
      },
      by,
    );
    if (!issued.ok) return issued;
    const change = issued.value.find((each) => each.type === 'ticket-issued');
    return change === undefined ? refuse('hub-unavailable') : ok(ticketAnswer(change));
  });

  bookingRoutes(serve, context);

  serve(apiV1.table, {}, ({ params, query, reply }) => {
    const language = languageOf(query);
    if (!language.ok) return language;
    const table = API_TABLES.find((each) => each === params.table);
    if (table === undefined) return refuse('table-not-found', { table: params.table });
    const type = 'text/csv; charset=utf-8';
    reply.header('content-disposition', `attachment; filename="motcua-${table}.csv"`);
    if (table !== 'visits') {
      reply.type(type).send(settingsTable(hub, table, language.value));
      return 'sent';
    }
    const day = query.day ?? hub.state.today;
    const task = { type: 'visits-table', day, language: language.value } as const;
    return sendRead(reply, services.reader, task, type);
  });
}

/** Places in slots of coming days. */
function bookingRoutes(serve: Serve, { hub }: RouteContext): void {
  serve(apiV1.slots, {}, ({ query: { serviceId, day } }) => {
    const { site, clock } = hub.state.settings;
    const service = hub.state.settings.service(serviceId);
    if (service === null) return refuse('service-not-found', { serviceId });
    if (!site.bookings.offered) return refuse('bookings-not-offered');
    const all = hub.state.bookings.values();
    const slots = slotsOf(day, service.queueId, site.hours, clock, site.bookings, all);
    return ok({ slots: slots.filter(({ startsAt }) => startsAt > hub.now()) });
  });

  serve(apiV1.bookings, {}, ({ query }) =>
    ok({ bookings: [...hub.state.bookings.values()].filter(({ day }) => day === query.day) }),
  );

  serve(apiV1.book, {}, async ({ headers, body, by }) => {
    const commandId = commandIdOf(by, 'book', headers['idempotency-key']);
    const made = await hub.execute({ commandId, type: 'make-booking', ...body }, by);
    if (!made.ok) return made;
    const change = made.value.find((each) => each.type === 'booking-changed');
    return change === undefined ? refuse('hub-unavailable') : ok(change.booking);
  });

  serve(
    apiV1.cancelBooking,
    {},
    async ({ params: { bookingId }, by }): Promise<Result<Booking>> => {
      // Cancelling twice does no harm, so that a repeated request needs no key of its own.
      const commandId = crypto.randomUUID() as CommandId;
      const cancelled = await hub.execute({ commandId, type: 'cancel-booking', bookingId }, by);
      if (!cancelled.ok) return cancelled;
      const booking = hub.state.bookings.get(bookingId);
      return booking === undefined ? refuse('booking-not-found') : ok(booking);
    },
  );
}

/** Each program has idempotency keys of its own, for each thing it does. */
function commandIdOf(
  { deviceId }: Identity,
  what: ApiScope | 'book',
  idempotencyKey: string,
): CommandId {
  return `api:${what}:${deviceId}:${idempotencyKey}` as CommandId;
}

function ticketAnswer({ at, visit, peopleAhead, promise, promised }: ChangeOf<'ticket-issued'>) {
  const { id, ticket, queueId, serviceId } = visit;
  return {
    number: ticket.number,
    ...{ code: id, queueId, serviceId, issuedAt: at, peopleAhead },
    estimate: promised ? (promise?.range ?? null) : null,
  };
}
