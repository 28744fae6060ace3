import type { HubState } from '@motcua/client';
import type { Instant } from '@motcua/domain';
import { Banner } from './banner.tsx';
import { formatTimeOfDay } from './format.ts';
import { useTexts } from './text.tsx';

export interface ConnectionBannerProps {
  readonly state: HubState;
}

/** Warns that the screen may be out of date, or says why the hub refused it; hidden while the connection is good. */
export function ConnectionBanner({ state }: ConnectionBannerProps) {
  const t = useTexts();
  const { connection, turnedAway, mirror, lastMessageAt, clockOffsetMs } = state;
  if (connection === 'live')
    return state.webSocketBlocked === true ? (
      <Banner tone="notice">{t('common.websocket-blocked')}</Banner>
    ) : null;
  if (turnedAway !== null)
    return <Banner tone="fault">{t(`common.turned-away-${turnedAway}`)}</Banner>;
  if (connection === 'connecting') return <Banner tone="notice">{t('common.connecting')}</Banner>;
  if (mirror === null || lastMessageAt === null) {
    return <Banner tone="offline">{t('common.offline')}</Banner>;
  }
  const time = formatTimeOfDay(
    (lastMessageAt + clockOffsetMs) as Instant,
    mirror.settings.site.zone,
  );
  return <Banner tone="offline">{t('common.offline-since', { time })}</Banner>;
}
