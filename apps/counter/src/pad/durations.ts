/** A running timer, `4:07`, from one hour on `1:02:07`. */
export function toTimer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  if (hours === 0) return `${parts[0]}:${pad(parts[1])}`;
  return `${hours}:${parts.map(pad).join(':')}`;
}

const pad = (part: number | undefined) => String(part ?? 0).padStart(2, '0');
