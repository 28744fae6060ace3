/** Bundles Electron's main process and the kiosk service into apps/desktop/dist, beside the kiosk's page. */
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildPages } from '../../../scripts/build-pages.ts';

const DESKTOP = join(import.meta.dirname, '..');
const DIST = join(DESKTOP, 'dist');
/** Kept as packages beside the bundle, because they contain files of their own (a native module, fonts). */
export const UNBUNDLED = [
  'electron',
  '@napi-rs/canvas',
  '@expo-google-fonts/be-vietnam-pro',
  'better-sqlite3',
];

/** Builds everything the window needs; returns the folder. */
export async function buildDesktop(): Promise<string> {
  await rm(DIST, { recursive: true, force: true });
  const { pages } = await buildPages({ apps: ['kiosk'] });
  await build({
    root: DESKTOP,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: UNBUNDLED, target: 'node' },
    build: {
      ssr: true,
      outDir: DIST,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: {
          'main': join(DESKTOP, 'src/main.ts'),
          'kiosk-service': join(DESKTOP, 'src/kiosk-service.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  const kiosk = pages.find(({ app }) => app === 'kiosk');
  if (kiosk !== undefined) await cp(kiosk.folder, join(DIST, 'kiosk-page'), { recursive: true });
  await writeFile(join(DIST, 'package.json'), '{ "type": "module", "main": "main.mjs" }\n');
  return DIST;
}

if (import.meta.main) console.log(`Built ${await buildDesktop()}`);
