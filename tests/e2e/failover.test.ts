import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandId, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { createLog, readConfig, startHub, THE_HUB_ITSELF } from '@motcua/hub';
import { freePort, startTestSite } from '@motcua/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';

const WALL = { width: 1920, height: 1080 };

describe.skipIf(BROWSER === null)('a page whose hub has failed', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  it('continues at the second address: the display with its identity, and the counter', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'motcua-second-'));
    cleanUp.push(() => rmSync(scratch, { recursive: true, force: true }));
    const [first, second] = [join(scratch, 'first'), join(scratch, 'second')];
    const standbyPort = await freePort();
    const standbyAddress = `http://127.0.0.1:${standbyPort}`;
    const site = await startTestSite({ dataDir: first });
    cleanUp.push(() => site.close());
    const setting = {
      kind: 'safekeeping',
      value: { ...USUAL_BACKUP_SETTINGS, standbyAddress },
    } as const;
    await site.started.hub.execute(
      { commandId: 'second' as CommandId, type: 'put-setting', setting },
      THE_HUB_ITSELF,
    );
    const browser = await openBrowser();
    cleanUp.push(() => browser.close());
    const { page: wall } = await openPage(browser, `${site.hubUrl}/display/?name=Sảnh`, WALL);
    await wall.locator('[data-sound]').waitFor();
    const clerk = site.sessionOf('lan');
    const { page: counter } = await openPage(browser, `${site.hubUrl}/counter/`, WALL, clerk);
    await counter.locator('[data-part="counters"]').waitFor();
    const devices = site.started.hub.state.devices.size;

    await site.stopHub();
    cpSync(first, second, { recursive: true });
    const read = readConfig({ port: standbyPort, dataDir: second });
    if (!read.ok) throw new Error(read.sentence);
    const promoted = await startHub(read.config, createLog({ level: 'fatal', file: null }));
    cleanUp.push(() => promoted.close());

    await wall.waitForURL(`${standbyAddress}/display/**`);
    await wall.locator('[data-sound]').waitFor();
    await checkPage(wall, 'display-at-second-hub');
    expect(promoted.hub.state.devices.size).toBe(devices);
    expect(new URL(wall.url()).hash).toBe('');
    await counter.waitForURL(`${standbyAddress}/counter/**`);
    // Both hubs of this test have one host name, so the browser sends the cookie to either.
    await counter.locator('[data-part="counters"]').waitFor();
  });
});
