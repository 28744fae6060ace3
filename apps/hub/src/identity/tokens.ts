import { createHash, randomBytes } from 'node:crypto';

/** 256 bits for a cookie, a link or a device; 43 characters that are safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored hash of a token. A fast one is enough: 256 bits cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
