import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectToKiosk, startTestSite, type TestSite } from '@motcua/testing';
import { buildDesktop, UNBUNDLED } from '../../apps/desktop/scripts/build-desktop.ts';

/** Prints what a utility process of Electron would send to its parent. */
const PARENT_PORT = `process.parentPort = { postMessage: (m) => console.log(JSON.stringify(m)) };`;

describe('the bundle of the desktop', () => {
  let folder: string;
  let dir: string;
  let site: TestSite;

  beforeAll(async () => {
    folder = await buildDesktop();
    site = await startTestSite({ kioskPageDir: join(folder, 'kiosk-page') });
    dir = mkdtempSync(join(tmpdir(), 'motcua-bundle-'));
  });
  afterAll(async () => {
    await site.close();
    rmSync(dir, { recursive: true });
  });

  it('contains everything except what is named as unbundled', () => {
    for (const file of ['main.mjs', 'kiosk-service.mjs']) {
      const text = readFileSync(join(folder, file), 'utf8');
      const imported = Array.from(
        text.matchAll(/^(?:import|export) [^;]*?from "([^"]+)"|^import "([^"]+)"/gm),
        ([, from, bare]) => from ?? bare ?? '',
      );
      const foreign = imported.filter(
        (name) => !/^(node:|\.\/)/.test(name) && !builtinModules.includes(name),
      );
      expect(imported.length).toBeGreaterThan(3);
      expect(foreign.filter((name) => !UNBUNDLED.includes(name))).toEqual([]);
    }
    expect(readFileSync(join(folder, 'main.mjs'), 'utf8')).not.toContain('better-sqlite3');
  });

  it('runs the kiosk service, which serves the page beside it and reaches hub and printer', async () => {
    const shim = join(dir, 'parent-port.mjs');
    writeFileSync(shim, PARENT_PORT);
    const service = spawn(
      process.execPath,
      [
        ...['--import', pathToFileURL(shim).href, join(folder, 'kiosk-service.mjs')],
        ...['--hub', site.hubUrl, '--port', '0', '--data', join(dir, 'kiosk')],
        ...['--printer', `tcp://127.0.0.1:${site.printer.port}`, '--log-level', 'error'],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      const [line] = (await once(service.stdout, 'data')) as [Buffer];
      const { url } = JSON.parse(line.toString()) as { url: string };
      const page = await (await fetch(url)).text();
      const script = /<script[^>]+src="([^"]+)"/.exec(page)?.[1] ?? '';
      expect((await fetch(new URL(script, url))).status).toBe(200);
      expect(await numberFrom(url)).toBe('H001');
      expect(site.printer.slips()).toHaveLength(1);
    } finally {
      service.kill();
      await once(service, 'exit');
    }
  });

  async function numberFrom(url: string): Promise<string> {
    const kiosk = await connectToKiosk(url);
    await kiosk.live();
    const printed = kiosk.nextSlip();
    const issued = await kiosk.issue('1.000894' as never, 'vi');
    expect(await printed).toMatchObject({ state: 'printed' });
    kiosk.close();
    return issued.ok ? issued.value.number : issued.refusal.code;
  }
});
