/** Reads class names from a CSS module: `css('line', state)` gives what `className` takes; a name without a rule gives none. */
export function classNames(
  styles: Readonly<Record<string, string>>,
): (...names: readonly string[]) => string {
  return (...names) => names.flatMap((name) => styles[name] ?? []).join(' ');
}
