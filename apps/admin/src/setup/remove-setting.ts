import type { HubLink } from '@motcua/client';
import type { ListedKind, Refusal } from '@motcua/domain';

/** Removes a setting; one that is already gone counts as removed. */
export async function removeSetting(
  hub: Pick<HubLink, 'execute'>,
  kind: ListedKind,
  id: string,
  onGone: () => void,
): Promise<Refusal | null> {
  const result = await hub.execute({ type: 'remove-setting', kind, id });
  if (!result.ok && result.refusal.code !== 'setting-not-found') return result.refusal;
  onGone();
  return null;
}
