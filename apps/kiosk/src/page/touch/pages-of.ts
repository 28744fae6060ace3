/** The position of an item in a list that may be higher than its space, in px from the list's top. */
export interface PageItem {
  readonly top: number;
  readonly bottom: number;
  /** A heading is on the page of what follows it. */
  readonly leads: boolean;
}

export interface ListPage {
  readonly top: number;
  /** Indexes of the items that are fully visible. */
  readonly items: ReadonlySet<number>;
}

/** Tolerance for rounding of layout positions. */
const SLACK_PX = 1.5;

/** Splits a list into pages of whole items; an item higher than the page gets a page of its own. */
export function pagesOf(items: readonly PageItem[], roomPx: number): readonly ListPage[] {
  const pages: ListPage[] = [];
  const waiting = new Set(items.keys());
  while (waiting.size > 0) {
    const tops = [...waiting].map((index) => items[index]?.top ?? 0);
    const top = Math.min(...tops);
    const fits = ({ top: itsTop, bottom }: PageItem): boolean =>
      itsTop >= top - SLACK_PX && bottom <= top + roomPx + SLACK_PX;
    const whole = items.flatMap((item, index) => (fits(item) ? [index] : []));
    const led = whole.filter((index) => !leadsToNothing(items, whole, index));
    const first = [...waiting].find((index) => items[index]?.top === top) ?? 0;
    const shown = led.some((index) => waiting.has(index)) ? led : [...led, first];
    for (const index of shown) waiting.delete(index);
    pages.push({ top, items: new Set(shown) });
  }
  return pages;
}

function leadsToNothing(
  items: readonly PageItem[],
  whole: readonly number[],
  index: number,
): boolean {
  return items[index]?.leads === true && !whole.includes(index + 1);
}
