import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const KIOSK = fileURLToPath(new URL('../../apps/kiosk', import.meta.url));

export interface StageServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves every screen of the kiosk's page, without a service or a hub. */
export async function serveStage(): Promise<StageServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'motcua-stage-'));
  const config = { root: KIOSK, configFile: false, logLevel: 'warn' } as const;
  await build({
    ...config,
    plugins: [react()],
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(KIOSK, 'stage.html') } },
  });
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The stage has no address');
  return {
    url: `${address}stage.html`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
