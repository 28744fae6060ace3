/** npm run sbom: writes the software bill of materials to dist/motcua.cdx.json, as CycloneDX made by npm. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from './run-tasks.ts';
import { shippedPackages } from './licences.ts';
import { type Bom, completed, whyNotWhole } from './sbom.ts';

const { status, stdout, stderr } = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
);
if (status !== 0) {
  console.error(`npm could not list the packages: ${stderr.trim()}`);
  process.exit(1);
}
const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string };
const bom = completed(JSON.parse(stdout) as Bom, name, shippedPackages());
const why = whyNotWhole(bom, shippedPackages());
if (why !== null) {
  console.error(why);
  process.exit(1);
}
mkdirSync(join(ROOT, 'dist'), { recursive: true });
writeFileSync(join(ROOT, 'dist', 'motcua.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
console.log(`dist/motcua.cdx.json names ${bom.components.length} components.`);
