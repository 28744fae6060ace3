import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';
import { OLDEST_CHROMIUM, sayWhyEmpty, STYLES_FOR_OLDER } from './pages/older-browsers.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The base path of each page: the kiosk's is served by its own service, the others by the hub. */
const BASES = { kiosk: '/', counter: '/counter/', display: '/display/', admin: '/admin/' } as const;
export type PageApp = keyof typeof BASES;
export const PAGE_APPS = Object.keys(BASES) as readonly PageApp[];

/** Packages whose source can end up in a page. */
const PAGE_PACKAGES = ['ui', 'client', 'domain', 'i18n', 'protocol', 'voice'];
const STAMP = '.built-from';

export interface PageBuild {
  readonly app: PageApp;
  /** Absolute path of the folder to serve. */
  readonly folder: string;
  readonly state: 'built' | 'unchanged' | 'no-page';
  readonly bytes: number;
}

export interface PageBuilds {
  readonly pages: readonly PageBuild[];
  /** Stops watching. */
  readonly close: () => Promise<void>;
}

export interface BuildOptions {
  /** Rebuilds on every change until closed. */
  readonly watch?: boolean;
  readonly apps?: readonly PageApp[];
  readonly root?: string;
}

/** Builds every page whose sources changed into `apps/<app>/dist`; rejects when a build fails. */
export async function buildPages(options: BuildOptions = {}): Promise<PageBuilds> {
  const { watch = false, apps = PAGE_APPS, root = ROOT } = options;
  const shared = createHash('sha256');
  for (const name of PAGE_PACKAGES) await addFolder(shared, join(root, 'packages', name));
  for (const file of ['package-lock.json', 'scripts/build-pages.ts'])
    shared.update(await readFile(join(root, file)));
  await addFolder(shared, join(root, 'scripts/pages'));
  const sharedHash = shared.digest('hex');
  const pages: PageBuild[] = [];
  const watchers: Watcher[] = [];
  for (const app of apps) {
    const folder = join(root, 'apps', app, 'dist');
    if (!existsSync(join(root, 'apps', app, 'index.html'))) {
      pages.push({ app, folder, state: 'no-page', bytes: 0 });
    } else if (watch) {
      watchers.push(await watchPage(root, app, folder));
      pages.push({ app, folder, state: 'built', bytes: await sizeOf(folder) });
    } else {
      pages.push(await buildPage(root, app, folder, sharedHash));
    }
  }
  return { pages, close: async () => void (await Promise.all(watchers.map((w) => w.close()))) };
}

async function buildPage(
  root: string,
  app: PageApp,
  folder: string,
  sharedHash: string,
): Promise<PageBuild> {
  const own = createHash('sha256').update(sharedHash);
  await addFolder(own, join(root, 'apps', app));
  const hash = own.digest('hex');
  const known = await readFile(join(folder, STAMP), 'utf8').catch(() => '');
  if (known === hash) return { app, folder, state: 'unchanged', bytes: await sizeOf(folder) };
  // Built beside and then renamed, so that a running hub never serves a half-written page.
  const fresh = `${folder}.${process.pid}`;
  try {
    await keepingNodeEnv(() => build(configOf(root, app, fresh)));
    // The kiosk's page is only served on its own computer.
    if (app !== 'kiosk') await compress(fresh);
    await writeFile(join(fresh, STAMP), hash);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return { app, folder, state: 'built', bytes: await sizeOf(folder) };
}

const COMPRESSIBLE = /\.(?:js|css|svg|html)$/;

/** Adds compressed variants of each file, so that the hub need not compress for every request. */
async function compress(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const { parentPath, name } of entries) {
    if (!COMPRESSIBLE.test(name)) continue;
    const content = await readFile(join(parentPath, name));
    await writeFile(join(parentPath, `${name}.br`), brotliCompressSync(content));
    await writeFile(join(parentPath, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Vite sets NODE_ENV permanently, and child processes would inherit it: React has no `act` then. */
async function keepingNodeEnv<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

interface Watcher {
  readonly close: () => Promise<void>;
}

/** Resolves after the first build. */
async function watchPage(root: string, app: PageApp, folder: string): Promise<Watcher> {
  const config = configOf(root, app, folder);
  const watcher = await keepingNodeEnv(() =>
    build({ ...config, build: { ...config.build, watch: {} } }),
  );
  if (!('on' in watcher)) throw new TypeError(`${app} is not being watched`);
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'END') resolve();
      if (event.code === 'ERROR') {
        console.error(`${app} does not build: ${event.error.message}`);
        resolve();
      }
    });
  });
  return { close: () => watcher.close() };
}

function configOf(root: string, app: PageApp, outDir: string): InlineConfig {
  return {
    root: join(root, 'apps', app),
    base: BASES[app],
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), sayWhyEmpty(BASES[app])],
    css: {
      postcss: { plugins: [STYLES_FOR_OLDER] },
      modules: { generateScopedName: (name, path) => `${basename(path, '.module.css')}__${name}` },
    },
    experimental: {
      renderBuiltUrl: (_file, { hostType }) =>
        hostType === 'css' ? { relative: true } : undefined,
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: `chrome${OLDEST_CHROMIUM}`,
      // The pages' content security policy allows neither inline scripts nor data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      chunkSizeWarningLimit: 2_000,
    },
  };
}

const LEFT_OUT = new Set(['node_modules', 'dist', 'packs']);

async function addFolder(hash: ReturnType<typeof createHash>, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (LEFT_OUT.has(entry.name) || entry.name.startsWith('dist.')) continue;
    if (/\.test\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await addFolder(hash, path);
    else hash.update(`${entry.name}\0`).update(await readFile(path));
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function describe({ app, state, bytes }: PageBuild): string {
  const what = {
    'built': 'built',
    'unchanged': 'unchanged',
    'no-page': 'has no index.html yet, skipped',
  };
  return `  ${app.padEnd(8)} ${what[state]}${bytes > 0 ? `, ${Math.ceil(bytes / 1024)} kB` : ''}`;
}

if (import.meta.main) {
  const [watch, names] = [process.argv.includes('--watch'), process.argv.slice(2)];
  const named = PAGE_APPS.filter((app) => names.includes(app));
  try {
    const { pages, close } = await buildPages({
      watch,
      apps: named.length > 0 ? named : PAGE_APPS,
    });
    for (const page of pages) console.log(describe(page));
    const total = pages.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`  together ${Math.ceil(total / 1024)} kB`);
    process.once('SIGINT', () => void close());
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  }
}
