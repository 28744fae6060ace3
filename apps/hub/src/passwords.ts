import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** The OWASP Password Storage Cheat Sheet's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Without letters and digits that look alike on paper (0 o, 1 i l). */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A first password that can be read out and typed: `k7mp-x3qa-v9dn`, 59 bits. */
export function newSecret(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => READABLE.charAt(randomInt(READABLE.length))).join(
      '',
    );
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The argon2id hash as a PHC string, which says its own parameters. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await argon2id(secret, salt, { memory: MEMORY_KIB, passes: PASSES, lanes: LANES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(hash)}`;
}

/** Whether the secret belongs to the hash. For null (nobody of that name) it takes as long and says no. */
export async function verifySecret(secret: string, phc: string | null): Promise<boolean> {
  const { memory, passes, lanes, salt, hash } = parsePhc(phc ?? NOBODY);
  const derived = await argon2id(secret, salt, { memory, passes, lanes });
  return timingSafeEqual(derived, hash) && phc !== null;
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

function argon2id(secret: string, salt: Buffer, { memory, passes, lanes }: Cost): Promise<Buffer> {
  return derive('argon2id', {
    message: secret.normalize('NFC'), // Vietnamese keyboards differ in how they compose letters
    nonce: salt,
    parallelism: lanes,
    tagLength: HASH_BYTES,
    memory,
    passes,
  });
}

const NOBODY = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(HASH_BYTES))}`;

function parsePhc(phc: string): Cost & { readonly salt: Buffer; readonly hash: Buffer } {
  const parts =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  const [, memory, passes, lanes, salt, hash] = parts ?? [];
  if (salt === undefined || hash === undefined)
    throw new Error('A stored password hash is not in the PHC form of argon2id');
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
