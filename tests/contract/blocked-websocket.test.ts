import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectToHub, createHttpClient, type HubConnection, pairDevice } from '@motcua/client';
import type { CommandId, CounterId, PersonId, ServiceId } from '@motcua/domain';
import {
  createHub,
  createLog,
  createSessions,
  readConfig,
  startHub,
  type StartedHub,
  THE_HUB_ITSELF,
} from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import {
  aroundTheClock,
  kimBoi,
  layNetworkCable,
  type NetworkCable,
  setUpCentre,
} from '@motcua/testing';
import { devices, pairing } from '@motcua/protocol/http';
import { avoidMidnight } from '../avoid-midnight.ts';

avoidMidnight();

describe('where the network blocks WebSocket', () => {
  let dir: string;
  let started: StartedHub;
  const cables: NetworkCable[] = [];
  const links: HubConnection[] = [];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-blocked-'));
    const hub = createHub({ dataDir: dir });
    await setUpCentre(hub, aroundTheClock(kimBoi));
    hub.close();
    const read = readConfig({ port: 0, dataDir: dir });
    if (!read.ok) throw new Error(read.sentence);
    started = await startHub(read.config, createLog({ level: 'silent', file: null }));
  });
  afterAll(async () => {
    for (const link of links) link.close();
    for (const cable of cables) await cable.close();
    await started.close();
    rmSync(dir, { recursive: true });
  });

  const portOf = (url: string) => Number(new URL(url).port);
  async function cableThat(how: 'refused' | 'swallowed'): Promise<NetworkCable> {
    const cable = await layNetworkCable(portOf(started.url));
    cable.blockWebSocket(how);
    cables.push(cable);
    return cable;
  }
  function head(url: string): HubConnection {
    const session = createSessions(started.hub.store.sessions, started.hub.now).open(
      'dung' as PersonId,
    );
    const link = connectToHub({
      url,
      role: 'counter',
      deviceToken: null,
      cookie: `motcua_session=${session}`,
    });
    links.push(link);
    return link;
  }
  const poll = { timeout: 60_000 };

  it.each(['refused', 'swallowed'] as const)(
    'work goes on by HTTP when it is %s, the page says so, and upgrades once it is possible',
    async (how) => {
      const cable = await cableThat(how);
      const link = head(cable.url);
      const state = () => link.getState();
      await expect.poll(() => state().connection, poll).toBe('live');

      const counterId = `counter-${how === 'refused' ? 1 : 2}` as CounterId;
      expect(
        await link.execute({ type: 'open-counter', counterId, training: false }),
      ).toMatchObject({ ok: true });
      const service = kimBoi.services[0]?.id ?? ('none' as ServiceId);
      const issue = { ...plainTicket(service), commandId: crypto.randomUUID() as CommandId };
      const visits = state().mirror?.visits.size ?? 0;
      await started.hub.execute(issue, THE_HUB_ITSELF);
      await expect.poll(() => state().mirror?.visits.size, poll).toBe(visits + 1);
      await expect.poll(() => state().webSocketBlocked, poll).toBe(true);
      expect(state().connection).toBe('live');
      await link.execute({ type: 'close-counter', counterId });

      cable.unplug();
      await expect.poll(() => state().connection, poll).toBe('offline');
      cable.plugIn();
      await expect.poll(() => state().connection, poll).toBe('live');
      await expect.poll(() => state().webSocketBlocked, poll).toBe(false);
    },
  );

  it('the hub still identifies the device', async () => {
    const cable = await cableThat('refused');
    const name = 'Màn hình sảnh';
    const session = createSessions(started.hub.store.sessions, started.hub.now);
    const clientOf = (id: string) =>
      createHttpClient({
        baseUrl: started.url,
        headers: { cookie: `motcua_session=${session.open(id as PersonId)}` },
      });
    const deviceToken = await pairDevice({
      ...{ baseUrl: started.url, role: 'display', name, pauseMs: 10 },
      signal: AbortSignal.timeout(60_000),
      onCode: (code) =>
        void clientOf('quantri').ask(pairing.approve, { params: { code }, body: {} }),
    });
    const display = connectToHub({ url: cable.url, role: 'display', deviceToken });
    links.push(display);
    await expect.poll(() => display.getState().connection, poll).toBe('live');

    const blocked = async () => {
      const vitals = await clientOf('dung').ask(devices.vitals);
      return vitals.ok && vitals.value.devices.map(({ webSocketBlocked }) => webSocketBlocked);
    };
    await expect.poll(blocked, poll).toEqual([true]);
  });

  it('an unauthenticated client opens a limited number of sessions, and none from another page', async () => {
    const handshake = `${started.url}/socket.io/?EIO=4&transport=polling`;
    const since = performance.now();
    const answers = await Promise.all(Array.from({ length: 300 }, () => fetch(handshake)));
    const opened = answers.filter(({ status }) => status === 200);
    // 200 at once are admitted, plus twenty a second for as long as this took.
    const admitted = 200 + Math.ceil((20 * (performance.now() - since)) / 1_000);
    expect(opened.length).toBeGreaterThanOrEqual(200);
    expect(opened.length).toBeLessThanOrEqual(admitted);

    const text = await opened[0]?.text();
    const { sid } = JSON.parse(text?.slice(1) ?? '{}') as { sid: string };
    const forged = await fetch(`${handshake}&sid=${sid}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: '40',
    });
    expect(forged.status).toBe(403);
  });
});
