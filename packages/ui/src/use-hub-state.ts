import type { HubLink, HubState } from '@motcua/client';
import { useSyncExternalStore } from 'react';

/** The current state of the hub link; the component is rendered again with every message. */
export function useHubState(link: HubLink): HubState {
  return useSyncExternalStore(link.subscribe, link.getState, link.getState);
}
