import type { HubHistory } from '@motcua/protocol';
import type { TableChange } from '@motcua/store';
import { z } from 'zod';

/** A message of a hub to its follower, one JSON object a line. */
export type FeedLine =
  /** `copy`: the follower cannot continue from its data; it takes a copy of everything. */
  | {
      readonly type: 'begin';
      readonly history: HubHistory;
      readonly version: number;
      readonly how: 'go-on' | 'copy';
    }
  /** Whole tables, and the rows of growing ones that the follower lacks. */
  | {
      readonly type: 'catch-up';
      readonly seq: number;
      readonly whole: readonly string[];
      readonly changes: readonly TableChange[];
    }
  | { readonly type: 'rows'; readonly seq: number; readonly changes: readonly TableChange[] }
  | { readonly type: 'beat'; readonly seq: number };

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.string() })]);
const rows = z.array(z.array(cell));
const names = z.array(z.string().max(64)).max(100);
const changes = z.array(
  z.strictObject({ table: z.string().max(64), columns: names, rows, keys: names, gone: rows }),
);
const feedLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('begin'),
    history: z.strictObject({
      database: z.string().max(64),
      epoch: z.int().min(0),
      life: z.string().max(64),
    }),
    version: z.int(),
    how: z.enum(['go-on', 'copy']),
  }),
  z.strictObject({ type: z.literal('catch-up'), seq: z.int(), whole: names, changes }),
  z.strictObject({ type: z.literal('rows'), seq: z.int(), changes }),
  z.strictObject({ type: z.literal('beat'), seq: z.int() }),
]) satisfies z.ZodType<FeedLine>;

/** Throws for a line that no hub of this version writes. */
export function parseFeedLine(line: string): FeedLine {
  return feedLine.parse(JSON.parse(line));
}
