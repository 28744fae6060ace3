import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, Person, PersonRole } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { pino } from 'pino';
import { type Config, type ConfigInput, readConfig } from '../config.ts';
import { createHub, type Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { type Log, logOptions } from '../operations/log.ts';
import { addPerson } from '../identity/people.ts';
import { createSessions, type Sessions } from '../identity/sessions.ts';
import type { FastifyInstance } from 'fastify';
import { createIdentify, type Identify, SESSION_COOKIE } from './http/authenticate.ts';
import { createOriginCheck } from './http/origin-check.ts';
import { createHubServices, type HubServices } from '../operations/hub-services.ts';
import { createHttpServer } from './http/http-server.ts';

export const CONTROL_TOKEN = 'control-token-of-this-test';

/** Most of these tests are not about the cost of a guess. */
const CHEAP = { memoryKib: 8, passes: 1, lanes: 1 };

export interface HttpHub {
  readonly app: FastifyInstance;
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly services: HubServices;
  readonly identify: Identify;
  readonly clock: { now: Instant };
  /** What was logged, as text. */
  readonly logged: string[];
  readonly signedOut: string[];
  /** Adds a person and signs them in directly. */
  readonly signedIn: (
    role: PersonRole,
    login?: string,
  ) => Promise<{ person: Person; secret: string; headers: { cookie: string } }>;
  readonly close: () => Promise<void>;
}

export function aConfig(overrides: ConfigInput = {}): Config {
  const read = readConfig(overrides);
  if (!read.ok) throw new Error(read.sentence);
  return read.config;
}

/** The HTTP side on a real hub in memory, whose clock stands at T0. */
export async function aHttpHub(
  overrides: ConfigInput = {},
  dataDir = ':memory:',
): Promise<HttpHub> {
  const config = aConfig(overrides);
  const clock = { now: T0 };
  const logged: string[] = [];
  const signedOut: string[] = [];
  const hub = createHub({ dataDir, now: () => clock.now, secretCost: CHEAP });
  const sessions = createSessions(hub.store.sessions, hub.now);
  const identify = createIdentify(hub, sessions);
  const scratch = mkdtempSync(join(tmpdir(), 'motcua-http-'));
  const services = createHubServices(
    hub,
    { ...config, backupDir: join(scratch, 'backups') },
    aLog(logged),
  );
  const { app } = await createHttpServer({
    services,
    hub,
    config,
    log: aLog(logged),
    sessions,
    identify,
    originCheck: createOriginCheck(config),
    controlToken: CONTROL_TOKEN,
    signedOut: (personId) => signedOut.push(personId),
  });

  return {
    app,
    hub,
    sessions,
    services,
    identify,
    clock,
    logged,
    signedOut,
    signedIn: async (role, login = role) => {
      const added = await addPerson(hub, { name: login, login, role }, THE_HUB_ITSELF);
      if (!added.ok) throw new Error(added.refusal.code);
      const token = sessions.open(added.value.person.id);
      return { ...added.value, headers: { cookie: `${SESSION_COOKIE}=${token}` } };
    },
    close: async () => {
      await services.stop();
      await app.close();
      hub.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** A log whose lines are kept, at its most talkative. */
export function aLog(lines: string[]): Log {
  return pino(logOptions('trace'), { write: (line) => void lines.push(line) });
}
