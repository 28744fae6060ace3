import { type Device, type DeviceId, ok, refuse, type Result } from '@motcua/domain';
import type { ApiKey, ApiKeyWithToken, NewApiKey } from '@motcua/protocol/http';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';
import { register, revokeDevice } from './devices.ts';
import type { KeyUses } from './key-uses.ts';
import { newToken } from './tokens.ts';

/** Marks a token as an API key, so that scanners of source code find one that was published. */
const KEY_PREFIX = 'motcua_';

/** The token is given out once; the hub keeps only its hash. */
export async function createKey(
  hub: Hub,
  { name, scopes }: NewApiKey,
  by: Identity,
): Promise<Result<ApiKeyWithToken>> {
  const wanted = { role: 'program', name, scopes: [...new Set(scopes)] } as const;
  const added = await register(hub, wanted, KEY_PREFIX + newToken(), by);
  return added.ok ? ok({ key: added.value.device, token: added.value.token }) : added;
}

/** Revokes an API key at once and for ever; refuses with `api-key-not-found`. */
export async function revokeKey(
  hub: Hub,
  id: DeviceId,
  by: Identity,
): Promise<Result<Record<never, never>>> {
  if (hub.state.devices.get(id)?.role !== 'program') return refuse('api-key-not-found');
  const revoked = await revokeDevice(hub, id, by);
  return revoked.ok ? ok({}) : revoked;
}

/** Newest first, revoked ones last. */
export function listKeys(hub: Hub, uses: KeyUses): readonly ApiKey[] {
  const used = uses.latest();
  return keysOf(hub)
    .toSorted((a, b) => Number(a.revoked) - Number(b.revoked) || b.pairedAt - a.pairedAt)
    .map((key) => {
      const use = used.get(key.id);
      const isToday = use?.day === hub.state.today;
      return {
        key,
        lastUsedAt: use?.lastAt ?? null,
        today: {
          requests: isToday ? use.requests : 0,
          refused: isToday ? use.refused : 0,
        },
      };
    });
}

function keysOf({ state }: Hub): readonly Device[] {
  return [...state.devices.values()].filter(({ role }) => role === 'program');
}
