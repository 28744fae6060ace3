import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** Whether the centre's own authority signed a certificate for this name; false if it cannot be read. */
export function verifyCertificate(
  authority: string,
  shown: { readonly certificate: string; readonly hostname: string; readonly nowMs: number },
): boolean {
  try {
    const by = new X509Certificate(authority);
    const of = new X509Certificate(shown.certificate);
    const { hostname, nowMs } = shown;
    const named = isIP(hostname) === 0 ? of.checkHost(hostname) : of.checkIP(hostname);
    const inTime = Date.parse(of.validFrom) <= nowMs && nowMs < Date.parse(of.validTo);
    return named !== undefined && inTime && of.checkIssued(by) && of.verify(by.publicKey);
  } catch {
    return false;
  }
}
