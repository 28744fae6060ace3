import { isLoopback } from '@motcua/http-limits';
import type { Config } from '../config.ts';
import type { Log } from '../operations/log.ts';
import type { ServerCertificate } from './certificate-files.ts';

/** Why the hub may not serve plain HTTP to other machines; null when it may, or does not. */
export function whyNotPlain(
  { host, insecure, dataDir }: Config,
  certificate: ServerCertificate | null,
): string | null {
  if (certificate !== null || insecure || host === 'localhost' || isLoopback(host)) return null;
  return (
    `The hub has no certificate, so everyone on the network of ${host} could read passwords. ` +
    `Make one with "motcua certificate --data ${dataDir}", or say --insecure where the network is yours alone.`
  );
}

/** Long enough to visit every computer of the centre. */
const EXPIRES_SOON_MS = 90 * 24 * 60 * 60_000;

/** Logs what is missing or expires soon. */
export function warnOfCertificate(
  certificate: ServerCertificate | null,
  { host, insecure }: Config,
  log: Log,
  now: number,
): void {
  if (certificate === null && insecure)
    log.warn({ host }, 'no certificate: what passes can be read on this network');
  if (certificate !== null && certificate.expiresAt - now < EXPIRES_SOON_MS)
    log.warn(
      { until: new Date(certificate.expiresAt).toISOString() },
      'the certificate ends soon: make a new one with "motcua certificate" and restart the hub',
    );
}
