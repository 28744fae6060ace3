/** The list with the item at `index` moved by `by` places; the same list when that leads outside. */
export function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const to = index + by;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(to, 0, item);
}
