import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Adds the centre's own authority to those that Node trusts; null changes nothing. Throws one
 * sentence when the file is not a certificate.
 */
export function trustAuthority(file: string | null): void {
  if (file === null) return;
  try {
    setDefaultCACertificates([...getCACertificates('default'), readFileSync(file, 'utf8')]);
  } catch (cause) {
    throw new Error(`The authority in ${file} cannot be read as a certificate.`, { cause });
  }
}
