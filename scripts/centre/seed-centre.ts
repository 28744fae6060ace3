import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { CommandId, PersonId } from '@motcua/domain';
import {
  createHub,
  createSessions,
  hashSecret,
  type Hub,
  newSecret,
  THE_HUB_ITSELF,
} from '@motcua/hub';
import { aroundTheClock, KIM_BOI_PEOPLE, kimBoi, setUpCentre } from '@motcua/testing';
import { hoursSentence } from './hours-sentence.ts';
import { CannotStart, type CentreOptions } from './options.ts';

/** A person who can sign in at the counters, with a password made for this start. */
export interface SeededPerson {
  readonly name: string;
  readonly login: string;
  readonly role: string;
  /** Null: it was changed by a person, so it stays as it is. */
  readonly password: string | null;
}

export interface SeededCentre {
  readonly people: readonly SeededPerson[];
  /** Signs the administrator in once. */
  readonly adminToken: string;
  /** Signs the head of centre in once. */
  readonly headToken: string;
  /** Session tokens of the clerks, for the simulation. */
  readonly clerkSessions: readonly string[];
  /** When numbers are issued, according to the stored settings. */
  readonly hours: string;
}

/** Hashes of the passwords made here, so that one set by a person is not overwritten. */
type Made = Record<string, string>;

/** Sets the folder up as Kim Bôi unless it was set up before, and makes new sign-in secrets. */
export async function seedCentre(
  dataDir: string,
  { officeHours, simulate }: Pick<CentreOptions, 'officeHours' | 'simulate'>,
): Promise<SeededCentre> {
  const hub = openHub(dataDir);
  try {
    const isNew = !hub.state.settings.isSetUp;
    if (isNew) await setUpCentre(hub, officeHours ? kimBoi : aroundTheClock(kimBoi));
    await keepPace(hub, join(dataDir, 'pace.json'), simulate ?? 1);
    const people = await freshSecrets(hub, join(dataDir, 'demonstration.json'));
    const sessions = createSessions(hub.store.sessions, hub.now);
    const byRole = (role: string) => KIM_BOI_PEOPLE.filter((person) => person.role === role);
    const linkFor = (role: string) => sessions.newLink(byRole(role)[0]?.id ?? ('' as PersonId));
    return {
      people,
      adminToken: linkFor('administrator'),
      headToken: linkFor('head'),
      clerkSessions: byRole('clerk').map(({ id }) => sessions.open(id)),
      hours: hoursSentence(hub.state.settings.site.hours, { officeHours, isNew }),
    };
  } finally {
    hub.close();
  }
}

interface Pace {
  /** The longest wait in real life, and what the last start made of it, in minutes. */
  readonly usual: number;
  readonly set: number;
}

/**
 * At a higher speed the maximum waiting time is shortened: half an hour becomes four minutes. The next start at real
 * pace has it as it was; one that a person has set since is that of real life.
 */
async function keepPace(hub: Hub, file: string, speed: number): Promise<void> {
  const { site } = hub.state.settings;
  const now = site.rule.maxWaitMinutes;
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Pace) : null;
  const usual = known?.set === now ? known.usual : now;
  const set = Math.max(1, Math.round(usual / speed));
  writeFileSync(file, JSON.stringify({ usual, set } satisfies Pace));
  if (set === now) return;
  const value = { ...site, rule: { ...site.rule, maxWaitMinutes: set } };
  const commandId = `pace-${randomUUID()}` as CommandId;
  const setting = { kind: 'site', value } as const;
  await hub.execute({ commandId, type: 'put-setting', setting }, THE_HUB_ITSELF);
}

function openHub(dataDir: string): Hub {
  try {
    return createHub({ dataDir });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`The data in ${dataDir} cannot be used: ${why}`, { cause });
  }
}

async function freshSecrets(hub: Hub, file: string): Promise<readonly SeededPerson[]> {
  const { secrets } = hub.store;
  const made: Made = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Made) : {};
  const people = await Promise.all(
    KIM_BOI_PEOPLE.map(async ({ id, name, login, role }): Promise<SeededPerson> => {
      const known = secrets.passwordOf(id);
      if (known !== null && known !== made[id]) return { name, login, role, password: null };
      const password = newSecret();
      const hash = await hashSecret(password, hub.secretCost);
      secrets.setPassword(id, hash, hub.now());
      made[id] = hash;
      return { name, login, role, password };
    }),
  );
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return people;
}
