import type { Party } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';

/** "3 người · 2 hồ sơ · làm thay"; null for one person with one file. */
export function partyText({ people, files, proxy }: Party, t: Translate): string | null {
  const parts = [
    ...(people > 1 ? [t('counter.people-count', { count: people })] : []),
    ...(files > 1 ? [t('counter.file-count', { count: files })] : []),
    ...(proxy ? [t('counter.proxy')] : []),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}
