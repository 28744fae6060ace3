import { CallHistory } from '@motcua/domain';
import { someSettings, TODAY } from '@motcua/domain/builders';
import type { Mirror } from '../mirror/mirror.ts';

/** A centre in which nothing has happened yet. */
export const aMirror = (overrides: Partial<Mirror> = {}): Mirror => ({
  seq: 1,
  today: TODAY,
  deviceId: null,
  personId: null,
  loads: {},
  settings: someSettings(),
  visits: new Map(),
  counters: new Map(),
  announcements: [],
  printJobs: new Map(),
  devices: new Map(),
  people: new Map(),
  care: new Map(),
  bookings: new Map(),
  calls: CallHistory.empty,
  historyLost: null,
  refusedTickets: [],
  missed: [],
  ...overrides,
});
