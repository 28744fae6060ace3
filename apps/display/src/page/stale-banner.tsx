import type { HubState } from '@motcua/client';
import type { Instant } from '@motcua/domain';
import { texts } from '@motcua/i18n';
import { classNames, formatAge, formatTimeOfDay } from '@motcua/ui';
import type { Staleness } from './staleness.ts';
import styles from './stale-banner.module.css';

const css = classNames(styles);

export interface StaleBannerProps {
  readonly staleness: Staleness;
  readonly zone: string;
  readonly clockOffsetMs: HubState['clockOffsetMs'];
}

const LANGUAGES = ['vi', 'en'] as const;

/** Warns that the shown state is not current, with the time it is from. */
export function StaleBanner({ staleness, zone, clockOffsetMs }: StaleBannerProps) {
  const time = formatTimeOfDay((staleness.lastMessageAt + clockOffsetMs) as Instant, zone);
  return (
    <div className={css('banner')} role="alert">
      {LANGUAGES.map((language) => {
        const t = texts(language);
        return (
          <p key={language} lang={language}>
            {t('display.offline', { time, age: formatAge(staleness.ageMs, t) })}
          </p>
        );
      })}
    </div>
  );
}
