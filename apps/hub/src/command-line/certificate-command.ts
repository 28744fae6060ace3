import { X509Certificate } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { Command } from 'commander';
import {
  certificateFilesIn,
  keepAuthority,
  readAuthority,
  writeCertificateFiles,
} from '../tls/certificate-files.ts';
import {
  KEPT_AUTHORITY_LIFE_MS,
  makeAuthority,
  makeServerCertificate,
  SERVER_LIFE_MS,
} from '../tls/make-certificate.ts';
import { certifies } from '../tls/name-constraints.ts';
import { namesOfThisMachine } from '../tls/names-of-this-machine.ts';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

const HOST = /^[a-z0-9.:-]{1,253}$/;

interface CertificateOptions {
  readonly data: string;
  readonly host: readonly string[];
  readonly keepAuthority?: string;
  readonly newAuthority?: true;
}

/** `motcua certificate`: makes the certificate that encrypts the connections of all clients. */
export function certificateCommand({ print, hint, dataOption }: CommandLine): Command {
  return new Command('certificate')
    .description('Make a certificate for the hub, and the authority that certifies it')
    .option(
      '--host <name>',
      'another name or address by which the hub is reached; may be repeated',
      (name: string, before: readonly string[]) => [...before, name.toLowerCase()],
      [],
    )
    .option(
      '--keep-authority <folder>',
      "keep the authority's key there, on a stick say, and sign with it if one is kept there; else it is deleted",
    )
    .option('--new-authority', 'replace the authority that is kept; every computer has to trust it')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  motcua certificate --host hub.kimboi.local --host 192.168.1.10 --data ./data\n',
    )
    .action(async ({ data, host, keepAuthority: keptIn, newAuthority }: CertificateOptions) => {
      if (statSync(data, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new Sentence(`There is no data folder ${data}; name it with --data.`);
      for (const each of host)
        if (!HOST.test(each)) throw new Sentence(`"${each}" is no name or address of a computer.`);
      if (keptIn !== undefined) refuseFolder(keptIn, data);
      const now = Date.now();
      const known = keptIn === undefined || newAuthority === true ? null : readAuthority(keptIn);
      const all = [...new Set([...host, ...namesOfThisMachine()])];
      const lifeMs = keptIn === undefined ? SERVER_LIFE_MS : KEPT_AUTHORITY_LIFE_MS;
      const authority = known ?? (await makeAuthority('motcua', all, { nowMs: now, lifeMs }));
      // A kept authority certifies only the names it was made for; an address of this machine may be new.
      const names = all.filter((name) => certifies(authority.certificate, name));
      for (const name of host)
        if (!names.includes(name))
          throw new Sentence(
            `The authority in ${keptIn ?? data} does not certify ${name}; add --new-authority.`,
          );
      const server = await makeServerCertificate(authority, names, now);
      if (keptIn !== undefined) keepAuthority(keptIn, authority);
      writeCertificateFiles(data, authority, server);

      const files = certificateFilesIn(data);
      const { fingerprint256 } = new X509Certificate(authority.certificate);
      print(`authority\t${files.authority}`);
      print(`fingerprint\t${fingerprint256}`);
      print(`names\t${names.join(' ')}`);
      print(`until\t${new X509Certificate(server.certificate).validTo}`);
      hint('The hub uses it from its next start on, and is then reached by https:// only.');
      hint(
        known === null
          ? `Let every computer of the centre trust ${files.authority}: docs/certificate.md tells how.`
          : 'Computers that trust the authority already have nothing to do.',
      );
      hint(
        keptIn === undefined
          ? "The authority's key was deleted: no further certificate that they trust can be made."
          : `The key in ${keptIn} lets its owner impersonate this hub: put it into the safe.`,
      );
    });
}

/** A copy of the hub's folder must not be enough to impersonate the hub for years. */
function refuseFolder(folder: string, dataDir: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Sentence(`There is no folder ${folder} to keep the authority in.`);
  const way = relative(realpathSync(dataDir), realpathSync(folder));
  if (way === '' || !(way.startsWith('..') || isAbsolute(way)))
    throw new Sentence(`Keep the authority elsewhere than in the hub's own folder ${dataDir}.`);
}
