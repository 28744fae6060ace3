import { canPrint, type Instant, type LocalText, type ServiceGroup } from '@motcua/domain';
import type { KioskService, KioskView, TicketRequest } from '../../bridge.ts';
import type { Flow } from './kiosk-flow.ts';
import {
  holdsSomething,
  isChoosing,
  type ChoosingScreen,
  type Screen,
  type SideScreenName,
} from './screen.ts';

/** The screen to show: the flow's own, or why no number can be taken at present. */
export type VisibleScreen =
  | { readonly name: 'starting' }
  | { readonly name: 'unpaired'; readonly code: string | null; readonly refused: boolean }
  | { readonly name: 'offline' }
  | { readonly name: 'locked' }
  | { readonly name: 'nothing-offered' }
  | {
      readonly name: 'closed' | 'ended';
      readonly opensAt: Instant | null;
      readonly reason: LocalText | null;
    }
  | {
      readonly name: 'services';
      readonly group: ServiceGroup;
      readonly services: readonly KioskService[];
      readonly request: TicketRequest;
    }
  | {
      readonly name: 'more-services';
      readonly group: ServiceGroup;
      /** Those not chosen yet. */
      readonly services: readonly KioskService[];
    }
  | {
      readonly name: 'confirm';
      readonly services: readonly KioskService[];
      readonly request: TicketRequest;
    }
  | Exclude<Screen, { name: 'services' | 'more-services' | 'confirm' }>;

/** `view` is null until the service has answered; `linked` is whether the page is connected to it. */
export function visibleScreen(flow: Flow, view: KioskView | null, linked: boolean): VisibleScreen {
  const { screen } = flow;
  if (holdsSomething(screen)) return screen;
  if (view === null) return { name: 'starting' };
  if (!linked) return { name: 'offline' };
  if (view.connection === 'unpaired')
    return { name: 'unpaired', code: view.pairingCode, refused: view.pairingRefused };
  if (view.connection === 'connecting') return { name: 'starting' };
  if (view.connection === 'offline' && !view.issuesOffline) return { name: 'offline' };
  if (view.locked) return { name: 'locked' };
  if (hasSlipOrCode(screen)) return screen;
  // Training is possible at any hour.
  if (!view.issuing.open && !view.training) {
    const { why, opensAt, reason } = view.issuing;
    return { name: why === 'numbers-ended' ? 'ended' : 'closed', opensAt, reason };
  }
  if (view.services.length === 0) return { name: 'nothing-offered' };
  return isChoosing(screen) ? choice(screen, view) : { name: 'welcome' };
}

function choice(screen: ChoosingScreen, view: KioskView): VisibleScreen {
  const { request } = screen;
  switch (screen.name) {
    case 'services':
    case 'more-services': {
      const groupId = screen.name === 'services' ? screen.groupId : screen.from;
      const group = view.serviceGroups.find(({ id }) => id === groupId);
      const services = servicesOf(view, groupId);
      if (group === undefined || services.length === 0) return { name: 'welcome' };
      if (screen.name === 'services') return { name: 'services', group, services, request };
      const others = services.filter(({ id }) => !request.serviceIds.includes(id));
      return { name: 'more-services', group, services: others };
    }
    case 'confirm': {
      const services = request.serviceIds.flatMap(
        (serviceId) => view.services.find(({ id }) => id === serviceId) ?? [],
      );
      // The chosen service is no longer offered.
      if (services.length < request.serviceIds.length) return { name: 'welcome' };
      return { name: 'confirm', services, request };
    }
    default:
      return screen;
  }
}

/** A visitor with a number or a booking is served also when no new numbers are issued. */
function hasSlipOrCode(
  screen: Screen,
): screen is Extract<Screen, { name: 'number' | 'place' | 'booking' | 'booked' | SideScreenName }> {
  if ('booking' in screen) return screen.booking !== null;
  return screen.name === 'number' || screen.name === 'place' || screen.name === 'booking';
}

/** What a visitor with a number or a booking may do besides; during a break a number may be looked up, but no booking checked in. */
export function otherWays(
  { name }: VisibleScreen,
  { bookings, numbersOut }: Pick<KioskView, 'bookings' | 'numbersOut'>,
): { readonly bookings: boolean } | null {
  if (name === 'welcome' || name === 'ended') return { bookings };
  return name === 'closed' && numbersOut ? { bookings: false } : null;
}

/** The services of a group, in their order. */
export function servicesOf(view: KioskView, groupId: ServiceGroup['id']): readonly KioskService[] {
  return view.services.filter((service) => service.groupId === groupId);
}

/** Groups with at least one service, in their order. */
export function offeredGroups(view: KioskView): readonly ServiceGroup[] {
  return view.serviceGroups.filter(({ id }) => servicesOf(view, id).length > 0);
}

/** How many wait for all of these services, where one queue serves them; null where it differs. */
export function sharedWaiting(services: readonly KioskService[]): number | null {
  const [first] = services;
  const isShared = services.every(({ queueId }) => queueId === first?.queueId);
  return isShared ? (first?.waiting ?? null) : null;
}

/** The papers of all services, each once. */
export function papersOf(services: readonly KioskService[]): KioskService['papers'] {
  const papers = services.flatMap((service) => service.papers);
  return [...new Map(papers.map((paper) => [paper.vi, paper])).values()];
}

/** Whether several people have come, each with a file of their own. */
export function hasParty({ people, files, proxy }: TicketRequest['party']): boolean {
  return people > 1 || files > 1 || proxy;
}

/** Whether there is something to read before the number is taken; otherwise one touch takes it. */
export function hasDetails(service: KioskService): boolean {
  return service.papers.length > 0;
}

/** The printer warning shown before choosing; null: printing is expected to work. */
export function paperNotice({
  printer,
}: Pick<KioskView, 'printer'>): 'no-paper' | 'trouble' | null {
  switch (printer) {
    case 'out-of-paper':
      return 'no-paper';
    case 'cover-open':
    case 'offline':
    case 'no-answer':
    case 'connection-lost':
    case 'cannot-connect':
      return 'trouble';
    case 'ready':
    case 'near-end':
    case 'reachable':
    case 'busy':
    case 'not-delivered':
    case 'fate-unknown':
    case 'unknown':
      return null;
  }
}

/** Whether a failed slip may be printed again: the printer has recovered, or cannot report its state. */
export function mayReprint(printer: KioskView['printer']): boolean {
  return printer !== 'unknown' && canPrint(printer);
}
