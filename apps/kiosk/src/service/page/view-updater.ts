import { createZoneClock, type ZoneClock } from '@motcua/domain';
import type { KioskView } from '../../bridge.ts';
import { toKioskView, type ViewSources } from './kiosk-view.ts';

/** Sends the page a new view when something in it changed, once for several changes at a time. */
export interface ViewUpdater {
  readonly changed: () => void;
  readonly close: () => void;
}

export interface ViewUpdaterOptions {
  readonly currentView: () => KioskView;
  readonly show: (view: KioskView) => void;
}

/** Opening hours change a view by themselves. */
const CHECK_INTERVAL_MS = 1_000;
/** A ticket changes the view, but its number and its slip go first: a visitor is waiting for them. */
const REST_MS = 50;

export function createCurrentView(sources: () => Omit<ViewSources, 'zoneClock'>): () => KioskView {
  const clocks = new Map<string, ZoneClock>();

  function zoneClock(zone: string): ZoneClock {
    const clock = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, clock);
    return clock;
  }

  return () => toKioskView({ ...sources(), zoneClock });
}

export function createViewUpdater({ currentView, show }: ViewUpdaterOptions): ViewUpdater {
  let shown = '';
  let due = false;
  let closed = false;

  function check(): void {
    due = false;
    if (closed) return;
    const view = currentView();
    const { at: _at, ...lasting } = view;
    const content = JSON.stringify(lasting);
    if (content === shown) return;
    shown = content;
    show(view);
  }

  const timer = setInterval(check, CHECK_INTERVAL_MS);
  return {
    changed() {
      if (!due) setTimeout(check, REST_MS);
      due = true;
    },
    close() {
      closed = true;
      clearInterval(timer);
    },
  };
}
