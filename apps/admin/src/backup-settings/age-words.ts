import type { MessageKey, Params } from '@motcua/i18n';

export interface AgeWords {
  readonly key: Extract<MessageKey, `admin.ago-${string}`>;
  readonly params: Params;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago, as people say it; a time ahead, by a clock that went back, is just now. */
export function agoWords(ms: number): AgeWords {
  if (ms < MINUTE_MS) return { key: 'admin.ago-now', params: {} };
  if (ms < 2 * HOUR_MS) return counted('admin.ago-minutes', ms / MINUTE_MS);
  return ms < 2 * DAY_MS
    ? counted('admin.ago-hours', ms / HOUR_MS)
    : counted('admin.ago-days', ms / DAY_MS);
}

function counted(key: AgeWords['key'], count: number): AgeWords {
  return { key, params: { count: Math.floor(count) } };
}

/** In binary units, as computers show them. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes >= 1024 ** 3 ? ['GB', 1024 ** 3] : ['MB', 1024 ** 2];
  const value = bytes / Number(size);
  return `${value < 10 ? Math.ceil(value * 10) / 10 : Math.round(value)} ${unit}`;
}
