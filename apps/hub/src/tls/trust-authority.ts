import { existsSync, readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { certificateFilesIn } from './certificate-files.ts';

/**
 * Lets this process trust the centre's authority, when its certificate is in the data folder: the two hubs of a
 * centre verify each other by it. Throws one sentence when the file is no certificate.
 */
export function trustAuthorityIn(dataDir: string): void {
  const { authority } = certificateFilesIn(dataDir);
  if (!existsSync(authority)) return;
  try {
    setDefaultCACertificates([...getCACertificates('default'), readFileSync(authority, 'utf8')]);
  } catch (cause) {
    throw new Error(`The authority in ${authority} cannot be read as a certificate.`, { cause });
  }
}
