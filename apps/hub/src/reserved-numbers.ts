import {
  countNumbers,
  type Device,
  type DeviceId,
  type Instant,
  type LocalDate,
  type NumberBlock,
  numbersOf,
  type QueueId,
} from '@motcua/domain';
import type { FactOf } from '@motcua/protocol';

export type Reserved = Omit<FactOf<'numbers-reserved'>, 'type'>;

type Doubt = Pick<FactOf<'numbers-doubted'>, 'day' | 'awaited'>;

interface Holder {
  readonly kioskId: DeviceId;
  readonly reservedAt: Instant;
}

/** Which numbers only a kiosk may give, of the day before, today and the next: `kiosk-alone.ts` says why. */
export class ReservedNumbers {
  readonly #reserved = new Map<string, Reserved>();
  readonly #holders = new Map<string, Holder>();
  #doubt: Doubt | null = null;

  put({ kioskId, day, blocks }: Reserved): void {
    const key = `${day} ${kioskId}`;
    for (const number of numbersOf(this.#reserved.get(key)?.blocks ?? []))
      if (this.#holders.get(number)?.kioskId === kioskId) this.#holders.delete(number);
    if (blocks.length === 0) this.#reserved.delete(key);
    else this.#reserved.set(key, { kioskId, day, blocks });
    for (const block of blocks)
      for (const number of numbersOf([block]))
        this.#holders.set(number, { kioskId, reservedAt: block.reservedAt });
  }

  doubt({ day, awaited }: FactOf<'numbers-doubted'>): void {
    this.#doubt = awaited.length === 0 ? null : { day, awaited };
  }

  clear(): void {
    this.#reserved.clear();
    this.#holders.clear();
    this.#doubt = null;
  }

  /** The kiosk that alone may give the number on any of these days; null: it is the hub's. */
  holderOf(number: string): Holder | null {
    return this.#holders.get(number) ?? null;
  }

  of(kioskId: DeviceId, day: LocalDate): readonly NumberBlock[] {
    return this.#reserved.get(`${day} ${kioskId}`)?.blocks ?? [];
  }

  all(): readonly Reserved[] {
    return [...this.#reserved.values()];
  }

  /** How many numbers of a queue are reserved, for whomever and whichever day. */
  countOf(queueId: QueueId): number {
    return this.all().reduce(
      (sum, { blocks }) => sum + countNumbers(blocks.filter((block) => block.queueId === queueId)),
      0,
    );
  }

  /** Kiosks that may hold a number. */
  kiosks(): readonly DeviceId[] {
    return [...new Set(this.all().map(({ kioskId }) => kioskId))];
  }

  /** Since when the hub doubts its numbers, and whom it still waits for; those who are let in no more are not. */
  doubts(devices: ReadonlyMap<DeviceId, Device>): Doubt | null {
    const awaited = (this.#doubt?.awaited ?? []).filter((id) => devices.get(id)?.revoked === false);
    return this.#doubt === null || awaited.length === 0 ? null : { ...this.#doubt, awaited };
  }

  isDoubted(devices: ReadonlyMap<DeviceId, Device>): boolean {
    return this.#doubt !== null && this.doubts(devices) !== null;
  }
}
