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

/**
 * The hash of a row over everything in it and the hash of the row before (SHA-256, hexadecimal): whoever changes,
 * removes or inserts a row has to write all later ones anew, and the last hash then differs from every one that was
 * printed or exported before. What was told in confidence is not part of it, so it can be forgotten.
 */
export function chainHash(
  before: string,
  { seq, at, commandId, by, fact, address }: ChainedRow,
): string {
  return hash('sha256', JSON.stringify([before, seq, at, commandId, by, fact, address]));
}
