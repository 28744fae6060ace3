import { type DeviceId, formatTicketNumber, type LocalDate } from '@motcua/domain';
import type { FactOf } from '@motcua/protocol';

type Held = Omit<FactOf<'numbers-reserved'>, 'type'>;

/** Numbers that an older program had reserved for kiosks, which may still report them on the day of the update. */
export class LegacyNumberBlocks {
  readonly #held = new Map<string, Held>();

  put({ kioskId, day, blocks }: Held): void {
    this.#held.set(`${day} ${kioskId}`, { kioskId, day, blocks });
  }

  has(kioskId: DeviceId, day: LocalDate, number: string): boolean {
    const { blocks } = this.#held.get(`${day} ${kioskId}`) ?? { blocks: [] };
    return blocks.some(({ prefix, from, to }) => {
      const value = Number(number.slice(prefix.length));
      return (
        value >= from && value <= to && formatTicketNumber({ prefix, from, to }, value) === number
      );
    });
  }

  clear(): void {
    this.#held.clear();
  }
}
