import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { LOG_LEVELS } from './operations/log.ts';

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const folder = z.string('must be the path of a folder').min(1, 'must be the path of a folder');
const hostName = z
  .string('must be a host name')
  .regex(/^[A-Za-z0-9.:[\]-]{1,253}$/, 'must be a host name such as hub.kimboi.local');
const origin = z
  .string('must be an origin')
  .regex(
    /^https?:\/\/[A-Za-z0-9.:[\]-]+$/,
    'must be an origin such as http://hub.kimboi.local:7100',
  );

const count = (usual: number) => z.int('must be a whole number').min(1).default(usual);

/** The load limits of the hub; the defaults leave room for 500 phones besides every device. */
const limits = z.strictObject({
  connections: count(2_000),
  connectionsPerAddress: count(600),
  /** Of `connections`: for this machine, and for addresses of a signed-in person or a paired device. */
  reservedConnections: count(500),
  /** Requests of one connection that wait until it takes their answers. */
  unansweredRequests: count(2),
  /** What may wait in memory for all unauthenticated clients together. */
  waitingBytes: count(64 * 1024 * 1024),
  /** A connection without a hello is cut after this. */
  helloWithinMs: count(10_000),
  headersTimeoutMs: count(10_000),
  /** What may wait for a receiver that hardly reads; and for an unauthenticated one, or a visitor's phone. */
  outgoingBytes: count(4 * 1024 * 1024),
  outgoingBytesOfStrangers: count(128 * 1024),
});
export type Limits = Readonly<z.output<typeof limits>>;
export const USUAL_LIMITS: Limits = limits.parse({});

const schema = z.strictObject({
  host: hostName.default('127.0.0.1'),
  port: z
    .int('must be a whole number from 0 to 65535')
    .min(0, 'must be a whole number from 0 to 65535')
    .max(65_535, 'must be a whole number from 0 to 65535')
    .default(7100),
  dataDir: folder.default('./data'),
  /** Null: `backups` in the data folder. Better on another disk. */
  backupDir: folder.nullable().default(null),
  /** PEM files; null: those in the data folder, if they are there. */
  certificate: z.string('must be the path of a file').min(1).nullable().default(null),
  key: z.string('must be the path of a file').min(1).nullable().default(null),
  /** Plain HTTP to other machines, so that passwords can be read on the network. */
  insecure: z.boolean('must be true or false').default(false),
  limits: limits.default(USUAL_LIMITS),
  /** Devices on this machine pair by themselves. */
  demonstration: z.boolean('must be true or false').default(false),
  /** Names by which pages reach the hub, besides this machine's own. */
  allowedHosts: z.array(hostName).max(20).default([]),
  allowedOrigins: z.array(origin).max(20).default([]),
  pageDirs: z.strictObject({ counter: folder, display: folder, admin: folder }).default({
    counter: inRepository('apps/counter/dist'),
    display: inRepository('apps/display/dist'),
    admin: inRepository('apps/admin/dist'),
  }),
  voiceDir: folder.default(inRepository('packages/voice/packs')),
  /** Commands a second that one connection may send in the long run; Infinity: no limit. */
  commandsPerSecond: z
    .union([
      z.literal(Infinity),
      z.number('must be a number of at least 1').min(1, 'must be a number of at least 1'),
    ])
    .default(50),
  logLevel: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  logFile: z.string('must be the path of a file').min(1).nullable().default(null),
});

export type Config = Readonly<z.output<typeof schema>>;
export type ConfigInput = z.input<typeof schema>;
export const PAGES = [
  'counter',
  'display',
  'admin',
] as const satisfies readonly (keyof Config['pageDirs'])[];
export type PageName = (typeof PAGES)[number];

/** The hub's options, completed; or one sentence that says which option is wrong and how it should be. */
export function readConfig(
  options: unknown,
):
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly sentence: string } {
  const read = schema.safeParse(options);
  if (read.success) return { ok: true, config: read.data };
  const issue = read.error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    return { ok: false, sentence: `There is no option "${issue.keys.join('", "')}".` };
  const name = issue?.path.join('.') ?? '';
  return {
    ok: false,
    sentence: `The ${name === '' ? 'options' : `option "${name}"`} ${issue?.message ?? 'cannot be read'}.`,
  };
}
