import { hash } from 'node:crypto';
import type { Instant } from '@motcua/domain';
import type { Seq } from '@motcua/protocol';

/** A row of the journal as it is stored. */
export interface ChainedRow {
  readonly seq: Seq;
  readonly at: Instant;
  readonly commandId: string | null;
  readonly by: string;
  readonly fact: string;
  readonly address: string | null;
}

/** Before the first row. */
export const CHAIN_BEGINS = '';

/** Covers the content of a row, also when the row itself has been redacted (SHA-256, hexadecimal). */
export function digestOf({ by, fact, address }: Omit<ChainedRow, 'seq' | 'at'>): string {
  return hash('sha256', JSON.stringify([by, fact, address]));
}

/**
 * The hash of a row over its content and the hash of the row before: to change, remove or insert a row, all later ones
 * have to be written anew, and the last hash then differs from every one that was printed or exported before. A row
 * that is too old to keep loses its content and keeps its digest, so the chain passes through it.
 */
export function chainHash(
  before: string,
  { seq, at, commandId }: Pick<ChainedRow, 'seq' | 'at' | 'commandId'>,
  digest: string,
): string {
  return hash('sha256', JSON.stringify([before, seq, at, commandId, digest]));
}
