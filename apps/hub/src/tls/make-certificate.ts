import { generateKeyPair, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { nameConstraints } from './name-constraints.ts';

const makeKeys = promisify(generateKeyPair);

const DAY_MS = 24 * 60 * 60_000;
/** The longest validity that Apple's and Android's browsers accept. */
export const SERVER_LIFE_MS = 820 * DAY_MS;
/** An authority whose key is kept signs the next ones too. */
export const KEPT_AUTHORITY_LIFE_MS = 1_826 * DAY_MS;
/** Clocks in a centre differ. */
const BEFORE_MS = DAY_MS;

/** A certificate and its private key, both as PEM. */
export interface CertificateAndKey {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that certifies the hubs of one centre, under these names, and no other. */
export async function makeAuthority(
  name: string,
  hosts: readonly string[],
  { nowMs, lifeMs }: { readonly nowMs: number; readonly lifeMs: number },
): Promise<CertificateAndKey> {
  const keys = await rsaKeys();
  const certificate = blank(keys.publicKey, nowMs, nowMs + lifeMs);
  const who = [{ name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 as never }];
  certificate.setSubject(who);
  certificate.setIssuer(who);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    nameConstraints(hosts),
    { name: 'subjectKeyIdentifier' },
  ]);
  return signed(certificate, keys.privateKey, keys.privateKey);
}

/** A certificate for a hub that is reached by these names and addresses. */
export async function makeServerCertificate(
  authority: CertificateAndKey,
  hosts: readonly string[],
  nowMs: number,
): Promise<CertificateAndKey> {
  const keys = await rsaKeys();
  const issuer = forge.pki.certificateFromPem(authority.certificate);
  const end = Math.min(nowMs + SERVER_LIFE_MS, issuer.validity.notAfter.getTime());
  const certificate = blank(keys.publicKey, nowMs, end);
  // Without a common name: names stand in subjectAltName, and one here would be checked against the constraints too.
  certificate.setSubject([{ name: 'commonName', value: 'motcua hub' }]);
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: hosts.map((host) =>
        isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host },
      ),
    },
    { name: 'subjectKeyIdentifier' },
    // Strict readers want it (RFC 5280, 4.2.1.1).
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes(),
    },
  ]);
  const made = signed(certificate, keys.privateKey, authority.key);
  // The authority is sent along, so that a computer can show which one it is to trust.
  return { ...made, certificate: made.certificate + authority.certificate };
}

interface Keys {
  readonly publicKey: string;
  readonly privateKey: string;
}

async function rsaKeys(): Promise<Keys> {
  return makeKeys('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

function blank(publicKey: string, nowMs: number, endMs: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // Positive, and of 20 octets at most (RFC 5280, 4.1.2.2).
  certificate.serialNumber = `01${randomBytes(16).toString('hex')}`;
  certificate.validity.notBefore = new Date(nowMs - BEFORE_MS);
  certificate.validity.notAfter = new Date(endMs);
  return certificate;
}

function signed(
  certificate: forge.pki.Certificate,
  key: string,
  signingKey: string,
): CertificateAndKey {
  certificate.sign(forge.pki.privateKeyFromPem(signingKey), forge.md.sha256.create());
  const toLf = (pem: string) => pem.replaceAll('\r\n', '\n');
  return { certificate: toLf(forge.pki.certificateToPem(certificate)), key: toLf(key) };
}
