import { addDays, type PersonId } from '@motcua/domain';
import type { Hub } from '../engine/hub.ts';
import { hashToken, newToken } from './tokens.ts';

/** Where a person signed in so many days ago, guesses from elsewhere do not hold up the right password. */
export const KNOWN_BROWSER_DAYS = 30;

/** A browser where a person signed in not long ago, by the hash of its mark. */
export interface KnownBrowser {
  readonly mark: string;
  readonly owner: PersonId;
  /** A PIN is worth something there. */
  readonly isOfToday: boolean;
}

export interface KnownBrowsers {
  /** By the mark that the browser shows; null: it has none, or one of long ago. */
  readonly find: (place: string | null) => KnownBrowser | null;
  /** A new mark in place of the one before, which is worth nothing from now on. */
  readonly mark: (owner: PersonId, before: KnownBrowser | null) => string;
}

export function createKnownBrowsers(hub: Pick<Hub, 'state' | 'store'>): KnownBrowsers {
  const { pins } = hub.store;
  const oldest = () => addDays(hub.state.today, -KNOWN_BROWSER_DAYS);
  return {
    find(place) {
      const mark = place === null ? null : hashToken(place);
      const found = mark === null ? null : pins.placeOf(mark);
      if (mark === null || found === null || found.day < oldest()) return null;
      return { mark, owner: found.personId, isOfToday: found.day === hub.state.today };
    },
    mark(owner, before) {
      const mark = newToken();
      if (before !== null) pins.closePlace(before.mark);
      pins.forgetPlacesBefore(oldest());
      pins.openPlace(hashToken(mark), owner, hub.state.today);
      return mark;
    },
  };
}
