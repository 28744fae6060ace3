import type { HubLink, HubState } from '@motcua/client';
import { useSyncExternalStore } from 'react';

/** What the hub says now; the component is drawn anew with every message. */
export function useHubState(link: HubLink): HubState {
  return useSyncExternalStore(link.subscribe, link.getState, link.getState);
}
