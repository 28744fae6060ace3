import {
  clearPrefixes,
  inLanguage,
  PREFIX_PATTERN,
  prefixWarnings as warningsOf,
  type Queue,
  type QueueId,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { Words } from '../forms/words.ts';
import { tidyPrefix } from './queue-form.ts';

const MAX_OFFERED = 6;

/** Why a prefix would be confused with a digit or another queue's, and which letters would not; empty where it is clear. */
export function prefixWarnings(
  id: QueueId,
  typed: string,
  queues: readonly Queue[],
  language: Language,
): readonly Words[] {
  const prefix = tidyPrefix(typed);
  if (prefix === '' || !PREFIX_PATTERN.test(prefix)) return [];
  const others = queues.filter((queue) => queue.id !== id && queue.active);
  const taken = others.map(({ series }) => series.prefix);
  const warnings = warningsOf(prefix, taken).map((warning): Words => {
    const other = 'other' in warning ? warning.other : '';
    const queue = others.find(({ series }) => series.prefix === other);
    const name = queue === undefined ? '' : inLanguage(queue.name, language);
    return { key: `admin.prefix-like-${warning.because}`, params: { prefix, other, queue: name } };
  });
  const letters = clearPrefixes(taken).slice(0, MAX_OFFERED);
  return warnings.length === 0 || letters.length === 0
    ? warnings
    : [...warnings, { key: 'admin.prefix-clear', params: { letters: letters.join(', ') } }];
}
