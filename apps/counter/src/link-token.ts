/** The token of `#link=TOKEN`, or null when the address carries none. */
export function takeLinkToken(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('link');
  return token === null || token === '' ? null : token;
}
