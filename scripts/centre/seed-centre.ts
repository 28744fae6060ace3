import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonId, Settings } from '@motcua/domain';
import { createHub, createSessions, hashSecret, type Hub, newSecret } from '@motcua/hub';
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
    const settings = officeHours ? kimBoi : aroundTheClock(kimBoi);
    if (isNew) await setUpCentre(hub, simulate === null ? settings : atPace(settings, simulate));
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

/** At a higher speed the maximum waiting time is shortened: half an hour becomes four minutes. */
function atPace(settings: Settings, speed: number): Settings {
  const { rule } = settings.site;
  const maxWaitMinutes = Math.max(1, Math.round(rule.maxWaitMinutes / speed));
  return { ...settings, site: { ...settings.site, rule: { ...rule, maxWaitMinutes } } };
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
