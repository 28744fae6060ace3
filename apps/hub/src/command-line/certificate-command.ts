import { X509Certificate } from 'node:crypto';
import { statSync } from 'node:fs';
import { Command } from 'commander';
import {
  certificateFilesIn,
  readAuthority,
  writeCertificateFiles,
} from '../tls/certificate-files.ts';
import { makeAuthority, makeServerCertificate } from '../tls/make-certificate.ts';
import { namesOfThisMachine } from '../tls/names-of-this-machine.ts';
import type { CommandLine } from './command-line.ts';
import { Sentence } from './sentence.ts';

const HOST = /^[a-z0-9.:-]{1,253}$/;

interface Wish {
  readonly data: string;
  readonly host: readonly string[];
  readonly newAuthority?: true;
}

/** `motcua certificate`: what makes the way between the hub and everybody else unreadable to others. */
export function certificateCommand({ print, hint, dataOption }: CommandLine): Command {
  return new Command('certificate')
    .description('Make a certificate for the hub, and the authority that vouches for it')
    .option(
      '--host <name>',
      'another name or address by which the hub is reached; may be repeated',
      (name: string, before: readonly string[]) => [...before, name.toLowerCase()],
      [],
    )
    .option('--new-authority', 'make the authority anew; every computer has to trust it again')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  motcua certificate --host hub.kimboi.local --host 192.168.1.10 --data ./data\n',
    )
    .action(async ({ data, host, newAuthority }: Wish) => {
      if (statSync(data, { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new Sentence(`There is no data folder ${data}; name it with --data.`);
      for (const each of host)
        if (!HOST.test(each)) throw new Sentence(`"${each}" is no name or address of a computer.`);
      const now = Date.now();
      const known = newAuthority === true ? null : readAuthority(data);
      const authority = known ?? (await makeAuthority('motcua', now));
      const names = [...new Set([...host, ...namesOfThisMachine()])];
      const server = await makeServerCertificate(authority, names, now);
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
    });
}
