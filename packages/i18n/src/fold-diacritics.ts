/**
 * Normalises a text for searching: lower case without diacritics, one space between words. "Đăng ký
 * Kết hôn" becomes "dang ky ket hon"; đ has no decomposition in Unicode and is replaced explicitly.
 */
export function foldDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whether every word of the query is in the text, ignoring diacritics and order; an empty query matches. */
export function containsWords(text: string, query: string): boolean {
  const folded = foldDiacritics(text);
  return foldDiacritics(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
