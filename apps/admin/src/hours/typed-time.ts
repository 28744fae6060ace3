/** A time as people type it (`730`, `7h30`, `7`, `07:30`) as `07:30`; what is no time stays as it is. */
export function tidyTime(typed: string): string {
  const [, hours, minutes = '00'] =
    /^(\d{1,2})(?:\s*[:.hg]?\s*(\d{2}))?\s*(?:h|giờ|uhr)?$/i.exec(typed.trim()) ?? [];
  if (hours === undefined) return typed.trim();
  return `${hours.padStart(2, '0')}:${minutes}`;
}
