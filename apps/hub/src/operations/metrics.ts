import { statSync } from 'node:fs';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Hub } from '../engine/hub.ts';
import type { Interceptor } from '../engine/interceptor.ts';
import type { BackupJob } from '../backups/back-up.ts';
import type { Vitals } from './vitals.ts';

/** From the quarter of a millisecond that a ticket takes, up to a disk that hangs. */
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

export interface Metrics {
  /** Counts and times commands. */
  readonly intercept: Interceptor;
  /** A figure that is read when it is collected. */
  readonly gauge: (name: string, help: string, read: () => number) => void;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** Figures about the hub and its devices; none about a visitor, and no names. */
export function createMetrics(
  hub: Hub,
  { vitals, backups }: { readonly vitals: Vitals; readonly backups: BackupJob },
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const commands = new Counter({
    name: 'motcua_commands_total',
    help: 'Commands answered, by type and code',
    labelNames: ['type', 'code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'motcua_command_seconds',
    help: 'Time from a command to its answer, the sync included',
    labelNames: ['type'],
    buckets: SECONDS,
    registers,
  });
  const gauge = (name: string, help: string, collect: (set: Gauge) => void) =>
    new Gauge({
      name: `motcua_${name}`,
      help,
      registers,
      collect() {
        collect(this);
      },
    });
  const of = (name: string, label: string, help: string, collect: (set: Gauge) => void) =>
    new Gauge({
      name: `motcua_${name}`,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        collect(this);
      },
    });

  gauge('journal_seq', "The journal's position", (set) => set.set(hub.state.seq));
  gauge('wal_bytes', 'Size of the write-ahead log', (set) =>
    set.set(statSync(`${hub.store.db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0),
  );
  gauge('backup_age_seconds', 'Age of the newest backup; -1: there is none', (set) => {
    const { newest } = backups.state();
    set.set(newest === null ? -1 : (hub.now() - newest.madeAt) / 1000);
  });
  gauge('backup_failed', 'Whether the last attempt failed', (set) =>
    set.set(backups.state().failure === null ? 0 : 1),
  );
  of('waiting', 'queue', 'Visits that wait, by queue', (set) => {
    for (const { id } of hub.state.settings.all().queues)
      set.set({ queue: id }, hub.state.room.load(id).waiting);
  });
  of('device_age_seconds', 'device', 'Since a device last reported', (set) => {
    for (const { deviceId, heardAt } of vitals.all())
      set.set({ device: deviceId }, (hub.now() - heardAt) / 1000);
  });

  return {
    gauge: (name, help, read) => void gauge(name, help, (set) => set.set(read())),
    contentType: registry.contentType,
    text: () => registry.metrics(),
    intercept: (next) => (command, identity, reason, answer, isUrgent) => {
      const { type } = command;
      const done = seconds.startTimer({ type });
      const counted: typeof answer = (result) => {
        answer(result);
        done();
        commands.inc({ type, code: result.ok ? 'ok' : result.refusal.code });
      };
      next(command, identity, reason, counted, isUrgent);
    },
  };
}
