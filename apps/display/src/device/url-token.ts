/** What a screen adds to the address when it moves to the hub that took over; what stands there is sent to nobody. */
export function withToken(token: string | null): string {
  return token === null ? '' : `#device=${token}`;
}

/** The token that a screen brought along; null: it brought none. */
export function takeUrlToken(hash: string): string | null {
  return /^#device=([\w-]{20,200})$/.exec(hash)?.[1] ?? null;
}
