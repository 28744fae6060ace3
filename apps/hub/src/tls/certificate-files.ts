import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chownToFolderOwner } from '../operations/chown-to-folder-owner.ts';
import type { CertificateAndKey } from './make-certificate.ts';
import { endOfChain } from './name-constraints.ts';

/** The names of the files in a data folder. */
export const certificateFilesIn = (dataDir: string) => ({
  authority: join(dataDir, 'authority.pem'),
  authorityKey: join(dataDir, 'authority-key.pem'),
  certificate: join(dataDir, 'certificate.pem'),
  key: join(dataDir, 'key.pem'),
});

/** The certificate that the hub presents. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  readonly expiresAt: number;
}

/**
 * The certificate named, else the one in the data folder; null when there is none. Throws one sentence when it
 * cannot be used.
 */
export function readServerCertificate(
  dataDir: string,
  named: { readonly certificate: string | null; readonly key: string | null },
): ServerCertificate | null {
  const own = certificateFilesIn(dataDir);
  const files = {
    certificate: named.certificate ?? own.certificate,
    key: named.key ?? (named.certificate === null ? own.key : null),
  };
  if (named.certificate === null && named.key === null && !existsSync(files.certificate))
    return null;
  if (files.key === null)
    throw new Error('A certificate needs its key: name both --certificate and --key.');
  const cert = readText(files.certificate);
  const key = readText(files.key);
  let first: X509Certificate;
  try {
    first = new X509Certificate(cert);
    if (!first.checkPrivateKey(createPrivateKey(key)))
      throw new Error('the two do not belong together');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The certificate ${files.certificate} and the key ${files.key} cannot be used: ${why}.`,
      {
        cause,
      },
    );
  }
  return { cert, key, expiresAt: endOfChain(cert) };
}

/** The authority that is kept in a folder of its own; null when none is. */
export function readAuthority(folder: string): CertificateAndKey | null {
  const { authority, authorityKey } = certificateFilesIn(folder);
  if (!existsSync(authority) || !existsSync(authorityKey)) return null;
  return { certificate: readText(authority), key: readText(authorityKey) };
}

/** For the next certificate; the folder is not the hub's. */
export function keepAuthority(folder: string, { certificate, key }: CertificateAndKey): void {
  const files = certificateFilesIn(folder);
  write(files.authority, certificate, 0o644);
  write(files.authorityKey, key, 0o600);
}

/** Writes whole files only; keys are for the owner of the process alone, and the authority's is not among them. */
export function writeCertificateFiles(
  dataDir: string,
  authority: Pick<CertificateAndKey, 'certificate'>,
  server: CertificateAndKey,
): void {
  const files = certificateFilesIn(dataDir);
  write(files.authority, authority.certificate, 0o644);
  write(files.key, server.key, 0o600);
  write(files.certificate, server.certificate, 0o644);
  // Earlier versions left it here.
  rmSync(files.authorityKey, { force: true });
}

function write(file: string, text: string, mode: number): void {
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, text, { mode });
  chmodSync(`${file}.new`, mode); // whatever the umask of the process
  chownToFolderOwner(`${file}.new`);
  renameSync(`${file}.new`, file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The file ${file} cannot be read.`, { cause });
  }
}
