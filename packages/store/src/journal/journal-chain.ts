import { hash } from 'node:crypto';
import type { Instant } from '@motcua/domain';
import type { Seq } from '@motcua/protocol';

/** A row of the journal as it stands in the file, word for word. */
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

/** Stands for what a row says, also when the row itself has been forgotten (SHA-256, hexadecimal). */
export function digestOf({ by, fact, address }: Omit<ChainedRow, 'seq' | 'at'>): string {
  return hash('sha256', JSON.stringify([by, fact, address]));
}

/**
 * The hash of a row over what it says and the hash of the row before: whoever changes, removes or inserts a row has to
 * write all later ones anew, and the last hash then differs from every one that was printed or exported before. A row
 * that is too old to keep loses its words and keeps its digest, so the chain goes through it.
 */
export function chainHash(
  before: string,
  { seq, at, commandId }: Pick<ChainedRow, 'seq' | 'at' | 'commandId'>,
  digest: string,
): string {
  return hash('sha256', JSON.stringify([before, seq, at, commandId, digest]));
}
