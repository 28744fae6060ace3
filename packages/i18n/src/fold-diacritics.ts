/**
 * A text as people type it in a search: small letters without marks, one space between words.
 * "Đăng ký Kết hôn" becomes "dang ky ket hon"; đ is a letter of its own in Unicode and is named apart.
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

/** Whether every word of the query is in the text, whatever the marks and the order; an empty query is in all. */
export function containsWords(text: string, query: string): boolean {
  const folded = foldDiacritics(text);
  return foldDiacritics(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
