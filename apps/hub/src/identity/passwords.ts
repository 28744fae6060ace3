import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** The cost of one try of a password. */
export interface SecretCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** The OWASP Password Storage Cheat Sheet's first choice for argon2id. */
export const USUAL_COST: SecretCost = { memoryKib: 19_456, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Without letters and digits that look alike on paper (0 o, 1 i l). */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A first password that can be read out and typed: `k7mp-x3qa-v9dn`, 59 bits in three groups. */
export function newSecret(groups = GROUPS): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => READABLE.charAt(randomInt(READABLE.length))).join(
      '',
    );
  return Array.from({ length: groups }, group).join('-');
}

/** The argon2id hash as a PHC string, which includes its parameters. */
export async function hashSecret(secret: string, cost: SecretCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return toPhc(cost, salt, await argon2id(secret, salt, cost));
}

/** Whether the secret belongs to the hash. For null (an unknown login) it takes as long and answers false. */
export async function verifySecret(
  secret: string,
  phc: string | null,
  cost: SecretCost,
): Promise<boolean> {
  const dummyHash = () => toPhc(cost, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES));
  const { salt, hash, ...itsCost } = parsePhc(phc ?? dummyHash());
  const derived = await argon2id(secret, salt, itsCost);
  return timingSafeEqual(derived, hash) && phc !== null;
}

function argon2id(
  secret: string,
  salt: Buffer,
  { memoryKib, passes, lanes }: SecretCost,
): Promise<Buffer> {
  return derive('argon2id', {
    message: secret.normalize('NFC'), // Vietnamese keyboards differ in how they compose letters
    nonce: salt,
    parallelism: lanes,
    tagLength: HASH_BYTES,
    memory: memoryKib,
    passes,
  });
}

function toPhc({ memoryKib, passes, lanes }: SecretCost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`;
}

function parsePhc(phc: string): SecretCost & { readonly salt: Buffer; readonly hash: Buffer } {
  const parts =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  const [, memoryKib, passes, lanes, salt, hash] = parts ?? [];
  if (salt === undefined || hash === undefined)
    throw new Error('A stored password hash is not in the PHC form of argon2id');
  return {
    memoryKib: Number(memoryKib),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
