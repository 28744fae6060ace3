import type { HubLink, Mirror } from '@motcua/client';
import { createZoneClock, issuingAt } from '@motcua/domain';
import { classNames, useHubClock } from '@motcua/ui';
import { useMemo } from 'react';
import { turnAt } from './notice-pages.ts';
import { CALLED_ROWS, CalledList } from '../room/called-list.tsx';
import { ClosedNotice } from '../room/closed-notice.tsx';
import { FocusCall } from '../room/focus-call.tsx';
import { NoticeStrip } from '../room/notice-strip.tsx';
import { RoomHeader } from '../room/room-header.tsx';
import { Welcome } from '../room/welcome.tsx';
import { roomView, rowsOf, type Speech } from './room-view.ts';
import styles from './room-screen.module.css';

const css = classNames(styles);

export interface RoomScreenProps {
  readonly hub: HubLink;
  readonly mirror: Mirror;
  /** Whether the picture is old: it is then shown without colour, and nothing in it moves. */
  readonly stale: boolean;
  readonly voice: Speech;
}

export function RoomScreen({ hub, mirror, stale, voice }: RoomScreenProps) {
  const at = useHubClock(hub);
  const { site, queues } = mirror.settings;
  const clock = useMemo(() => createZoneClock(site.zone), [site.zone]);
  const { focus, lately, paused, missed } = roomView(mirror, at, voice);
  const issuing = issuingAt(site, at, clock);
  return (
    <div className={css('room', stale ? 'stale' : '')}>
      <RoomHeader hub={hub} site={site} />
      <main className={css('calls')}>
        {focus !== null ? (
          <FocusCall key={focus.id} call={focus} speaking={focus.id === voice.speaking} />
        ) : issuing.open ? (
          <Welcome invites={queues.some(({ active }) => active)} />
        ) : (
          <ClosedNotice issuing={issuing} zone={site.zone} />
        )}
        {lately.length > 0 && <CalledList calls={rowsOf(lately, CALLED_ROWS, turnAt(at))} />}
      </main>
      <NoticeStrip missed={missed} paused={paused} at={at} />
    </div>
  );
}
