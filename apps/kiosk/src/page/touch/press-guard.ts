/** A point on the screen, in px. */
export interface GlassPoint {
  readonly x: number;
  readonly y: number;
}

export interface PressGuardLimits {
  /** A press this near to the last one may be a double tap. */
  readonly nearPx: number;
  /** How far a finger may move within one press. */
  readonly tremblePx: number;
  /** How long presses near the last one are ignored, from when the finger left and the screen changed. */
  readonly calmMs: number;
}

export interface GuardedPlace extends GlassPoint {
  /** Infinite while the finger is on the screen. */
  readonly until: number;
}

/**
 * Decides which presses count. Where a press acted, or the screen changed after it, presses are ignored until the
 * finger has left and a pause has passed: a slow double tap must not choose something on a screen that has not been
 * read yet. Elsewhere a press counts shortly after the screen has changed. All times are of one clock, in ms.
 */
export interface PressGuard {
  /** The screen shows something else. */
  readonly changed: (at: number) => void;
  readonly pressed: (pointer: number, point: GlassPoint, at: number) => void;
  readonly moved: (pointer: number, point: GlassPoint, at: number) => void;
  readonly lifted: (pointer: number, at: number) => void;
  /** Whether the press that this pointer began counts. */
  readonly counts: (pointer: number) => boolean;
  /** Whether it is the second press of a double tap. */
  readonly isRepetition: (pointer: number) => boolean;
  /** Whether the screen is still the one on which this press began. */
  readonly stillMeant: (pointer: number, at: number) => boolean;
  /** The button has acted; keys that may be pressed again at once need not report it. */
  readonly acted: (pointer: number) => void;
  /** Whether this pointer has rested so long that it is not a finger. */
  readonly isResting: (pointer: number, at: number) => boolean;
  /** Until when all presses are ignored. */
  readonly settlesAt: () => number;
  /** Places around which presses are ignored at present. */
  readonly guardedPlaces: (at: number) => readonly GuardedPlace[];
}

/** The usual pause, and the pause after a double tap was detected. */
export const CALM_MS = 1_000;
export const SLOW_HAND_CALM_MS = 1_800;
/** A press elsewhere is intended once the screen has been visible for this long. */
export const SETTLE_MS = 350;
/** A bag, a sleeve or a defect of the panel: a finger does not rest on a button for so long. */
export const RESTING_MS = 6_000;
/** More than all the taps of a burst. */
const REMEMBERED = 12;

interface Contact {
  readonly pointer: number;
  readonly from: GlassPoint;
  readonly began: number;
  readonly settled: boolean;
  readonly repeats: boolean;
  /** Where it is, and since when. */
  readonly at: GlassPoint;
  readonly stillSince: number;
  readonly lifted: number | null;
  readonly acted: boolean;
}

export function createPressGuard(limits: () => PressGuardLimits): PressGuard {
  let contacts: readonly Contact[] = [];
  let changedAt = Number.NEGATIVE_INFINITY;

  const latest = (pointer: number): Contact | undefined =>
    contacts.findLast((contact) => contact.pointer === pointer);
  function change(pointer: number, part: Partial<Contact>): void {
    const before = latest(pointer);
    contacts = contacts.map((each) => (each === before ? { ...each, ...part } : each));
  }

  const rests = ({ lifted, stillSince }: Contact, at: number): boolean =>
    lifted === null && at - stillSince >= RESTING_MS;
  const calmFrom = ({ lifted }: Contact): number =>
    lifted === null ? Number.POSITIVE_INFINITY : Math.max(lifted, changedAt) + limits().calmMs;
  const isGuarded = (contact: Contact, at: number): boolean =>
    (contact.acted || contact.repeats || changedAt >= contact.began) &&
    !rests(contact, at) &&
    at < calmFrom(contact);
  const isNear = ({ from, at }: Contact, point: GlassPoint): boolean =>
    Math.min(distance(from, point), distance(at, point)) <= limits().nearPx;

  return {
    changed(at) {
      changedAt = at;
    },
    pressed(pointer, point, at) {
      const repeats = contacts.some((each) => isGuarded(each, at) && isNear(each, point));
      // A pointer that starts again has left before, even where its end was not reported.
      const known = contacts.map((each) =>
        each.pointer === pointer && each.lifted === null ? { ...each, lifted: at } : each,
      );
      const settled = at - changedAt >= SETTLE_MS;
      contacts = [
        ...known.filter(({ lifted }) => lifted !== null).slice(-REMEMBERED),
        ...known.filter(({ lifted }) => lifted === null),
        {
          ...{ pointer, from: point, began: at, settled, repeats },
          ...{ at: point, stillSince: at, lifted: null, acted: false },
        },
      ];
    },
    moved(pointer, point, at) {
      const contact = latest(pointer);
      if (contact?.lifted !== null) return;
      if (distance(contact.at, point) > limits().tremblePx)
        change(pointer, { at: point, stillSince: at });
    },
    lifted(pointer, at) {
      if (latest(pointer)?.lifted === null) change(pointer, { lifted: at });
    },
    counts(pointer) {
      const contact = latest(pointer);
      return contact === undefined || (contact.settled && !contact.repeats);
    },
    isRepetition: (pointer) => latest(pointer)?.repeats ?? false,
    stillMeant(pointer, at) {
      const contact = latest(pointer);
      if (contact === undefined) return true;
      const stillMs = (contact.lifted ?? at) - contact.stillSince;
      return changedAt < contact.began && stillMs < RESTING_MS;
    },
    acted: (pointer) => change(pointer, { acted: true }),
    isResting(pointer, at) {
      const contact = latest(pointer);
      return contact !== undefined && rests(contact, at);
    },
    settlesAt: () => changedAt + SETTLE_MS,
    guardedPlaces: (at) =>
      contacts
        .filter((each) => isGuarded(each, at))
        .map((each) => ({ ...each.at, until: calmFrom(each) })),
  };
}

const distance = (a: GlassPoint, b: GlassPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
