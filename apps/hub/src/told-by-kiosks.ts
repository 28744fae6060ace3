import { type DeviceId, formatTicketNumber, type LocalDate } from '@motcua/domain';
import type { ChangeOf, FactOf } from '@motcua/protocol';

/** A ticket that a kiosk told of and that is not believed to be its own. */
export type RefusedTicket = Pick<
  ChangeOf<'ticket-refused'>,
  'number' | 'day' | 'code' | 'at'
> & { readonly kioskId: DeviceId };

export function refusedTicket({
  number,
  day,
  code,
  at,
  by,
}: ChangeOf<'ticket-refused'>): RefusedTicket {
  return { number, day, code, at, kioskId: by.deviceId ?? ('' as DeviceId) };
}

type Held = Omit<FactOf<'numbers-reserved'>, 'type'>;

/** Numbers that an older program had set aside for kiosks, which may still tell of them on the day of the update. */
export class HeldBefore {
  readonly #held = new Map<string, Held>();

  put({ kioskId, day, blocks }: Held): void {
    this.#held.set(`${day} ${kioskId}`, { kioskId, day, blocks });
  }

  has(kioskId: DeviceId, day: LocalDate, number: string): boolean {
    const { blocks } = this.#held.get(`${day} ${kioskId}`) ?? { blocks: [] };
    return blocks.some(({ prefix, from, to }) => {
      const value = Number(number.slice(prefix.length));
      return value >= from && value <= to && formatTicketNumber({ prefix, from, to }, value) === number;
    });
  }

  clear(): void {
    this.#held.clear();
  }
}
