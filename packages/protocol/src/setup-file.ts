import {
  LISTED_KINDS,
  ok,
  refuse,
  type Result,
  type Setting,
  type Settings,
  settingsOf,
  withSetting,
} from '@motcua/domain';
import { forOtherOffice, NEW_SETTINGS } from '@motcua/domain/setup';
import { z } from 'zod';
import { setting } from './settings-schemas.ts';

const FORMAT = 'motcua-setup';
const VERSION = 1;
const MAX_SETTINGS = 2_000;

const envelope = z.object({ format: z.literal(FORMAT), version: z.unknown() });
const content = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  settings: z.array(setting).max(MAX_SETTINGS),
});

/** The set-up of an office as a file for another: no people, no devices, no secrets, no addresses of its computers. */
export function writeSetupFile(settings: Settings): string {
  const { site, safekeeping, ...lists } = forOtherOffice(settings);
  const all = [
    { kind: 'site', value: site },
    ...LISTED_KINDS.flatMap((kind) =>
      settingsOf({ ...settings, ...lists }, kind).map((value) => ({ kind, value })),
    ),
    { kind: 'safekeeping', value: safekeeping },
  ];
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: all }, null, 2)}\n`;
}

/** The settings of such a file, or in which way it is not one. */
export function parseSetupFile(text: string): Result<Settings> {
  const json = readJson(text);
  if (!json.ok) return json;
  const known = envelope.safeParse(json.value);
  if (!known.success) return refuse('setup-file-other');
  const { version } = known.data;
  if (version !== VERSION)
    return refuse('setup-file-version', { version: shown(version), known: String(VERSION) });
  const read = content.safeParse(json.value);
  return read.success ? toSettings(read.data.settings) : wrongAt(placeOf(read.error, json.value));
}

function readJson(text: string): Result<unknown> {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  try {
    return ok(JSON.parse(trimmed));
  } catch {
    // A file that begins as one of ours was cut; anything else never was one.
    return refuse(
      /^\{\s*"format":\s*"motcua-setup"/.test(trimmed)
        ? 'setup-file-incomplete'
        : 'setup-file-other',
    );
  }
}

function toSettings(all: readonly Setting[]): Result<Settings> {
  const seen = new Set<string>();
  for (const { kind, value } of all) {
    const key = `${kind} ${value.id}`;
    if (seen.has(kind === 'site' ? kind : key)) return wrongAt(`${key} (2×)`);
    seen.add(kind === 'site' ? kind : key);
  }
  if (!seen.has('site')) return wrongAt('site');
  return ok(all.reduce(withSetting, NEW_SETTINGS));
}

/** The setting and the field, as a reader finds them in the file. */
function placeOf({ issues: [issue] }: z.ZodError, json: unknown): string {
  const [, index, ...path] = issue?.path ?? [];
  const found = z
    .object({
      settings: z.array(z.object({ kind: z.string(), value: z.object({ id: z.string() }) })),
    })
    .safeParse(json);
  const named = found.success && typeof index === 'number' ? found.data.settings[index] : undefined;
  const what =
    named === undefined ? `settings[${String(index)}]` : `${named.kind} ${named.value.id}`;
  return [what, path.slice(1).map(String).join('.')].filter((part) => part !== '').join(': ');
}

function wrongAt(at: string): Result<never> {
  return refuse('setup-file-wrong', { at: at.slice(0, 100) });
}

function shown(version: unknown): string {
  return typeof version === 'number' || typeof version === 'string' ? String(version) : '?';
}
