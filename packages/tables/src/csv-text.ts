const FORMULA = /(^|[,\t\r\n]"?)(?='*[=+\-@\t\r＝＋－＠])/g;
const GUARDED = /(^|[,\t\r\n]"?)'(?='*[=+\-@\t\r＝＋－＠])/g;

/**
 * A text that begins like a formula must not be computed when the file is opened; after a comma neither, because where
 * that is the list separator a cell begins there, even inside quotes. What looks guarded already is guarded once more,
 * so that reading takes away exactly what writing added.
 */
export function withFormulaGuard(text: string): string {
  return text.replaceAll(FORMULA, "$1'");
}

/** The text as it was before `withFormulaGuard`. */
export function withoutFormulaGuard(text: string): string {
  return text.replaceAll(GUARDED, '$1');
}
