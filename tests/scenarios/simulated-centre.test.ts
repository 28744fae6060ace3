import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, Instant, Outcome, Visit } from '@motcua/domain';
import { createHub, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import { KIM_BOI_PEOPLE, MORNING, startTestSite, type TestSite } from '@motcua/testing';
import { seedCentre } from '../../scripts/centre/seed-centre.ts';
import { pause } from '../../scripts/centre/simulation/pause.ts';
import { simulateRoom } from '../../scripts/centre/simulation/simulate-room.ts';

/** All time of this centre, also that of the hub's clock, which decides when a call was heard. */
const FASTER = 100;
/** A free clerk asks until a visitor waits, and asks to mark one as missed until the call was heard. */
const TOO_EARLY = ['call-next nobody-waiting', 'act-on-visit call-being-spoken'];

describe('a simulated centre', () => {
  let site: TestSite;

  beforeEach(async () => {
    const startedAt = performance.now();
    const now = () => Math.floor(MORNING + FASTER * (performance.now() - startedAt)) as Instant;
    site = await startTestSite({ now });
  });
  afterEach(() => site.close());

  it('gives numbers, calls, serves and misses people, and is refused only what comes too early', async () => {
    const stop = await simulateRoom({
      hub: site.hubUrl,
      kiosk: site.kioskUrl,
      paper: site.paperUrl,
      cable: site.kioskCable,
      clerkSessions: KIM_BOI_PEOPLE.filter(({ role }) => role === 'clerk').map(({ id }) =>
        site.sessionOf(id),
      ),
      speed: 20,
      say: () => undefined,
      pause: (ms, signal) => pause(ms / FASTER, signal),
    });
    const day = () => dayOf(site);
    await expect.poll(() => day().issued, { timeout: 60_000 }).toBeGreaterThan(40);
    await expect.poll(() => day().served, { timeout: 60_000 }).toBeGreaterThan(20);
    await expect.poll(() => day().missed, { timeout: 60_000 }).toBeGreaterThan(1);
    await expect.poll(() => day().parked, { timeout: 60_000 }).toBeGreaterThan(0);
    await expect.poll(() => day().transferred, { timeout: 60_000 }).toBeGreaterThan(0);
    await stop();
    // Some come after all and are served: they are missed once, and counted once.
    const { called, ended } = day();
    expect(called).toBeGreaterThanOrEqual(ended);
    expect(TOO_EARLY).toEqual(expect.arrayContaining([...(await refusals(site))]));
    expect(verifyDatabase(site.started.hub.store.db).differences).toEqual([]);
  });
});

/** What the journal of the day holds. */
function dayOf({ started }: TestSite) {
  const { store, state } = started.hub;
  const changes = store.journal.ofDay(state.today);
  const visits = changes.flatMap((change) =>
    change.type === 'visit-changed' ? [change.visit] : [],
  );
  const those = (holds: (visit: Visit) => boolean) =>
    new Set(visits.filter(holds).map(({ id }) => id)).size;
  const ended = (...outcomes: readonly Outcome[]) =>
    those((visit) => visit.state === 'closed' && outcomes.includes(visit.outcome));
  return {
    issued: changes.filter(({ type }) => type === 'ticket-issued').length,
    called: those((visit) => visit.state === 'called'),
    served: ended('served'),
    missed: ended('no-show'),
    ended: ended('served', 'no-show'),
    parked: those((visit) => visit.state === 'parked'),
    transferred: those(({ past }) => past.length > 0),
  };
}

/** Command and code, by what the hub counts of its answers. */
async function refusals({ hubUrl }: TestSite): Promise<readonly string[]> {
  const text = await (await fetch(`${hubUrl}/metrics`)).text();
  return [...text.matchAll(/motcua_commands_total\{type="([^"]+)",code="([^"]+)"\}/g)].flatMap(
    ([, type, code]) => (code === 'ok' ? [] : [`${type} ${code}`]),
  );
}

describe('the folder of a centre', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-centre-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const maxWait = (): number => {
    const hub = createHub({ dataDir });
    try {
      return hub.state.settings.site.rule.maxWaitMinutes;
    } finally {
      hub.close();
    }
  };
  const setMaxWait = async (maxWaitMinutes: number) => {
    const hub = createHub({ dataDir });
    const { site } = hub.state.settings;
    const value = { ...site, rule: { ...site.rule, maxWaitMinutes } };
    const commandId = 'set-by-a-person' as CommandId;
    const setting = { kind: 'site', value } as const;
    await hub.execute({ commandId, type: 'put-setting', setting }, THE_HUB_ITSELF);
    hub.close();
  };
  const startAt = async (simulate: number | null) => {
    await seedCentre(dataDir, { officeHours: false, simulate });
    return maxWait();
  };

  it('has the pace of each start, whether it is new or was there before', async () => {
    expect(await startAt(null)).toBe(30);
    expect(await startAt(8)).toBe(4);
    expect(await startAt(8)).toBe(4);
    expect(await startAt(30)).toBe(1);
    expect(await startAt(null)).toBe(30);
  });

  it('is new at a pace, and keeps what a person sets after that', async () => {
    expect(await startAt(8)).toBe(4);
    await setMaxWait(20);
    expect(await startAt(null)).toBe(20);
    expect(await startAt(10)).toBe(2);
  });
});
