import { createZoneClock, type ZoneClock } from '@motcua/domain';
import type { KioskView } from '../../bridge.ts';
import { toKioskView, type ViewSources } from './kiosk-view.ts';

/** Sends the page a new view when something in it changed, once for several changes at a time. */
export interface ViewKeeper {
  readonly now: () => KioskView;
  readonly changed: () => void;
  readonly close: () => void;
}

export interface ViewKeeperOptions {
  readonly sources: () => Omit<ViewSources, 'zoneClock'>;
  readonly show: (view: KioskView) => void;
}

/** Opening hours change a view without any event. */
const LOOK_EVERY_MS = 1_000;
/** A ticket changes the view, but its number and print result go first: the visitor is waiting for them. */
const REST_MS = 50;

export function createViewKeeper({ sources, show }: ViewKeeperOptions): ViewKeeper {
  const clocks = new Map<string, ZoneClock>();
  let shown = '';
  let due = false;
  let closed = false;

  function zoneClock(zone: string): ZoneClock {
    const clock = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, clock);
    return clock;
  }

  const now = (): KioskView => toKioskView({ ...sources(), zoneClock });

  function look(): void {
    due = false;
    if (closed) return;
    const view = now();
    const { at: _at, ...lasting } = view;
    const content = JSON.stringify(lasting);
    if (content === shown) return;
    shown = content;
    show(view);
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    now,
    changed() {
      if (!due) setTimeout(look, REST_MS);
      due = true;
    },
    close() {
      closed = true;
      clearInterval(timer);
    },
  };
}
