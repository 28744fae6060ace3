import type { ServiceGroup } from '@motcua/domain';
import type { KioskOpening, KioskService, KioskView } from '../bridge.ts';
import type { Flow, Screen } from './kiosk-flow.ts';

/** What stands on the glass: the visitor's own place, or why no number can be taken at present. */
export type Shown =
  | { readonly name: 'starting' }
  | { readonly name: 'unpaired'; readonly code: string | null }
  | { readonly name: 'offline' }
  | { readonly name: 'nothing-offered' }
  | { readonly name: 'closed'; readonly opening: Extract<KioskOpening, { open: false }> }
  | {
      readonly name: 'services';
      readonly group: ServiceGroup;
      readonly services: readonly KioskService[];
    }
  | { readonly name: 'confirm'; readonly service: KioskService }
  | Exclude<Screen, { name: 'services' | 'confirm' }>;

/** `view` is null until the service has spoken; `linked` is whether the page hears the service now. */
export function whatToShow(flow: Flow, view: KioskView | null, linked: boolean): Shown {
  const { screen } = flow;
  if (holdsSomething(screen)) return screen;
  if (view === null) return { name: 'starting' };
  if (!linked) return { name: 'offline' };
  if (view.connection === 'unpaired') return { name: 'unpaired', code: view.pairingCode };
  if (view.connection === 'connecting') return { name: 'starting' };
  if (view.connection === 'offline') return { name: 'offline' };
  if (!view.opening.open) return { name: 'closed', opening: view.opening };
  if (view.services.length === 0) return { name: 'nothing-offered' };
  return choice(screen, view);
}

type Choosing = Extract<Screen, { name: 'welcome' | 'services' | 'confirm' }>;

function choice(screen: Choosing, view: KioskView): Shown {
  if (screen.name === 'services') {
    const group = view.serviceGroups.find(({ id }) => id === screen.groupId);
    const services = servicesOf(view, screen.groupId);
    if (group !== undefined && services.length > 0) return { name: 'services', group, services };
  }
  if (screen.name === 'confirm') {
    const service = view.services.find(({ id }) => id === screen.serviceId);
    if (service !== undefined) return { name: 'confirm', service };
  }
  // Also where the group or service was taken away while the visitor looked at it.
  return { name: 'welcome' };
}

/** A number that was given or asked for outlives every trouble around it. */
function holdsSomething(screen: Screen): screen is Exclude<Screen, Choosing> {
  return screen.name !== 'welcome' && screen.name !== 'services' && screen.name !== 'confirm';
}

/** The services of a group, in their order. */
export function servicesOf(view: KioskView, groupId: ServiceGroup['id']): readonly KioskService[] {
  return view.services.filter((service) => service.groupId === groupId);
}

/** Groups that offer something, in their order. */
export function offeredGroups(view: KioskView): readonly ServiceGroup[] {
  return view.serviceGroups.filter(({ id }) => servicesOf(view, id).length > 0);
}

/** How many wait for all of these services, where one queue serves them; null where it differs. */
export function sharedWaiting(services: readonly KioskService[]): number | null {
  const [first] = services;
  const isShared = services.every(({ queueId }) => queueId === first?.queueId);
  return isShared ? (first?.waiting ?? null) : null;
}

/** Whether the visitor should read something before the number is taken; else one touch takes it. */
export function needsALook(service: KioskService): boolean {
  return service.papers.length > 0;
}
