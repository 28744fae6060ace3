import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed, shippedPackages, thirdParty } from './licences.ts';
import { ROOT } from './run-tasks.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

const read = <T>(path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
const manifests = [
  'package.json',
  ...['apps', 'packages', 'hardware/simulators'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}/package.json`),
  ),
];

describe('the shipped packages', () => {
  it('all have a licence that allows redistribution', () => {
    const packages = shippedPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-2.0)', true],
    ['MIT or GPL-2.0', true],
    ['MIT AND OFL-1.1', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0-only', false],
    ['unknown', false],
  ])('are checked by licence: %s', (licence, answer) => {
    expect(isAllowed(licence)).toBe(answer);
  });

  it('include those of the installers, and a version without a checked licence is unknown', () => {
    expect(shippedPackages().map(({ name }) => name)).toContain('electron');
    const packages = {
      'node_modules/png-js': { version: '99.0.0' },
      'node_modules/stranger': { version: '1.0.0', license: 'SSPL-1.0' },
      'node_modules/tool': { version: '1.0.0', license: 'SSPL-1.0', dev: true },
    };
    expect(shippedPackages({ packages }).filter(({ licence }) => !isAllowed(licence))).toEqual([
      { name: 'png-js', version: '99.0.0', licence: 'unknown' },
      { name: 'stranger', version: '1.0.0', licence: 'SSPL-1.0' },
    ]);
  });

  it('are listed in THIRD-PARTY.md as in the lock file', () => {
    expect(readFileSync(join(ROOT, 'THIRD-PARTY.md'), 'utf8')).toBe(thirdParty(shippedPackages()));
  });
});

describe('the dependencies', () => {
  it.each(manifests)('have exact versions in %s', (path) => {
    const { dependencies, devDependencies, optionalDependencies } = read<Manifest>(path);
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name} ${version}`);
    expect(loose).toEqual([]);
  });

  it.each(manifests)('run no install script: %s', (path) => {
    const { scripts = {} } = read<Manifest>(path);
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(hooks.filter((hook) => hook in scripts)).toEqual([]);
  });

  it('are locked with a checksum, without the address of a registry', () => {
    const { packages } = read<{
      readonly packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
    }>('package-lock.json');
    const unsealed = Object.entries(packages)
      .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
      .filter(([, { integrity, resolved }]) => integrity === undefined || resolved !== undefined)
      .map(([path]) => path);
    expect(unsealed).toEqual([]);
  });
});
