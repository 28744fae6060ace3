import { inLanguage, type LocalDate, type Settings } from '@motcua/domain';
import { type Language, texts } from '@motcua/i18n';
import type { ApiTable } from '@motcua/protocol/http';
import { intervalsOf } from '@motcua/reports';
import { exportTable, type OutRow, toCsv } from '@motcua/tables';
import type { Hub } from '../engine/hub.ts';
import type { ReadSource } from './read-source.ts';
import { settingsOfDay } from './settings-of-day.ts';

/** Text that begins like a formula is guarded by `toCsv`. */
const csv = (rows: readonly OutRow[]) => toCsv(rows, ',');
const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));

/** A table of the settings or bookings as CSV; none of them holds a person. */
export function settingsTable(
  { state }: Hub,
  table: Exclude<ApiTable, 'visits'>,
  language: Language,
): string {
  const settings = state.settings.all();
  switch (table) {
    case 'queues':
      return csv([
        ['id', 'name', 'prefix', 'from', 'to', 'daily_quota', 'active'],
        ...settings.queues.map(({ id, name, series, dailyQuota, active }) => [
          ...[id, inLanguage(name, language), series.prefix, series.from, series.to],
          ...[dailyQuota, active ? 1 : 0],
        ]),
      ]);
    case 'counters':
      return csv([
        ['id', 'number', 'name', 'queues'],
        ...settings.counters.map(({ id, number, name, queueIds }) => [
          ...[id, number, inLanguage(name, language), queueIds.join(' ')],
        ]),
      ]);
    default: {
      const { visits, bookings, counters, care, today } = state;
      const never = () => {
        throw new Error('An export makes nothing new');
      };
      const rows = exportTable(
        table,
        {
          use: { settings, visits, bookings, counters, care },
          ...{ pastBookings: [], people: [], dossiers: [], clock: state.settings.clock, today },
          ...{ newId: never, newBookingCode: never },
        },
        texts(language),
      );
      // With its code a booking could be used by others.
      return csv(table === 'bookings' ? rows.map((row) => row.slice(1)) : rows);
    }
  }
}

/** Every visit of a day as CSV, without the reason for priority, notes and clerks. */
export function visitsTable(source: ReadSource, day: LocalDate, language: Language): string {
  const { journal } = source.store;
  const names = namesIn(settingsOfDay(source.store, day), language);
  return csv([
    [
      ...['day', 'number', 'queue', 'service', 'counter', 'arrived_at', 'first_called_at'],
      ...['closed_at', 'outcome', 'waiting_s', 'walking_s', 'serving_s', 'calls', 'transfers'],
    ],
    ...intervalsOf(journal.ofDay(day)).map((visit) => [
      ...[visit.day, visit.number, names.get(visit.queueId) ?? visit.queueId],
      names.get(visit.serviceId) ?? visit.serviceId,
      names.get(visit.steps.at(-1)?.counterId ?? '') ?? null,
      ...[time(visit.arrivedAt), time(visit.firstCalledAt), time(visit.closedAt), visit.outcome],
      ...[visit.waitingTime, visit.walkingTime, visit.servingTime].map(seconds),
      ...[visit.calls, visit.transfers],
    ]),
  ]);
}

function namesIn(
  { queues, services, counters }: Settings,
  language: Language,
): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...[...queues, ...services].map(({ id, name }) => [id, inLanguage(name, language)] as const),
    ...counters.map(({ id, number }) => [id, String(number)] as const),
  ]);
}
