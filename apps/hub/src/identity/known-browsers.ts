import { addDays, type PersonId } from '@motcua/domain';
import type { Hub } from '../engine/hub.ts';
import { hashToken, newToken } from './tokens.ts';

/** Where a person signed in so many days ago, guesses from elsewhere do not delay the right password. */
export const KNOWN_BROWSER_DAYS = 30;

/** A browser where a person signed in not long ago, by the hash of its cookie. */
export interface KnownBrowser {
  readonly mark: string;
  readonly owner: PersonId;
  /** A PIN is accepted there. */
  readonly isOfToday: boolean;
}

export interface KnownBrowsers {
  /** By the browser's cookie; null: it has none, or an expired one. */
  readonly find: (place: string | null) => KnownBrowser | null;
  /** A new cookie in place of the one before, which is invalid from now on. */
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
