import type { HubLink } from '@motcua/client';
import { classNames, useHubState } from '@motcua/ui';
import { useSyncExternalStore } from 'react';
import type { Announcer } from '../announcer/announcer.ts';
import { NoticeScreen, PairingScreen } from './notice-screen.tsx';
import type { DevicePairing } from '../device/use-device-pairing.ts';
import { RoomScreen } from './room-screen.tsx';
import { SoundOverlay } from './sound-overlay.tsx';
import { StaleBanner } from './stale-banner.tsx';
import { useStaleness } from './use-staleness.ts';
import styles from './display-page.module.css';

const css = classNames(styles);

export interface DisplayPageProps {
  readonly hub: HubLink;
  readonly announcer: Announcer;
  readonly pairing: DevicePairing;
}

/** The whole screen: a message while there is nothing to show, else the room with warnings above it. */
export function DisplayPage({ hub, announcer, pairing }: DisplayPageProps) {
  const state = useHubState(hub);
  const voice = useSyncExternalStore(announcer.subscribe, announcer.getState, announcer.getState);
  const staleness = useStaleness(state);
  const { mirror, turnedAway, clockOffsetMs } = state;

  if (turnedAway === 'unknown-device') return <PairingScreen {...pairing} />;
  if (turnedAway !== null) return <NoticeScreen title={`common.turned-away-${turnedAway}`} />;
  if (mirror === null) return <NoticeScreen title="common.connecting" />;
  return (
    <div className={css('page')} data-sound={voice.sound} data-loudest={voice.loudest?.toFixed(3)}>
      {staleness !== null && (
        <StaleBanner
          staleness={staleness}
          zone={mirror.settings.site.zone}
          clockOffsetMs={clockOffsetMs}
        />
      )}
      <RoomScreen hub={hub} mirror={mirror} stale={staleness !== null} voice={voice} />
      {voice.sound === 'blocked' && <SoundOverlay onUnblock={announcer.unblock} />}
    </div>
  );
}
