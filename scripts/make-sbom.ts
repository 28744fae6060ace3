/** npm run sbom: writes what motcua is made of to dist/motcua.cdx.json, as CycloneDX; npm itself makes the list. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './run-tasks.ts';
import { shippedPackages } from './licences.ts';

const { status, stdout, stderr } = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
);
if (status !== 0) {
  console.error(`npm could not list the packages: ${stderr.trim()}`);
  process.exit(1);
}
const bom = JSON.parse(stdout) as {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string; readonly version: string }[];
};
const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
const missing = shippedPackages().filter(({ name, version }) => !listed.has(`${name}@${version}`));
if (bom.bomFormat !== 'CycloneDX' || missing.length > 0) {
  console.error(`The list lacks ${missing.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
mkdirSync(join(ROOT, 'dist'), { recursive: true });
writeFileSync(join(ROOT, 'dist', 'motcua.cdx.json'), stdout);
console.log(`dist/motcua.cdx.json names ${bom.components.length} components.`);
