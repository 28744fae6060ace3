/** What a display appends to the address when it moves to the hub that took over; a URL fragment is not sent to servers. */
export function withToken(token: string | null): string {
  return token === null ? '' : `#device=${token}`;
}

/** The token in the address of a display that moved here; null: none. */
export function takeUrlToken(hash: string): string | null {
  return /^#device=([\w-]{20,200})$/.exec(hash)?.[1] ?? null;
}
